import type { Work } from '../platform/unit-of-work.ts';

/** What planning and holding a meeting tell preparation, a later room; `preparation/` answers when it is loaded. */
export interface PreparationOfMeetings {
  /**
   * In the unit of work that did it: a meeting of the series was planned, moved, begun, called off, or had its start taken back. What is
   * proposed and not answered goes where it belongs now.
   */
  whenSeriesChanged(work: Work, seriesId: string): Promise<void>;
}

let answered: PreparationOfMeetings | undefined;

/** Called once by `preparation/`, when its module is loaded. */
export function answerForPreparation(answers: PreparationOfMeetings): void {
  answered = answers;
}

/** @throws Error when no room answers: without it what is proposed would be lost as its meeting begins */
export function preparationOfMeetings(): PreparationOfMeetings {
  if (!answered) throw new Error('No room answers for the preparation of meetings (meetings/preparation.ports.ts)');
  return answered;
}
