import type { Work } from '../platform/unit-of-work.ts';

/** What planning and holding a meeting tell material, a later room; `materials/` answers when it is loaded. */
export interface MaterialsOfMeetings {
  /**
   * In the unit of work that put items on a meeting's agenda, gave them another thread, or is about to take them off: whoever looks at the
   * meeting fetches the material that comes or goes with them.
   */
  whenItemsMoved(work: Work, meetingId: string, itemIds: readonly string[]): Promise<void>;
}

let answered: MaterialsOfMeetings | undefined;

/** Called once by `materials/`, when its module is loaded. */
export function answerForMaterials(answers: MaterialsOfMeetings): void {
  answered = answers;
}

/** @throws Error when no room answers: without it what came along would be seen only by whoever opens the page anew */
export function materialsOfMeetings(): MaterialsOfMeetings {
  if (!answered) throw new Error('No room answers for the material of meetings (meetings/materials.ports.ts)');
  return answered;
}
