import type { UnitOfWork } from '../platform/unit-of-work.ts';

/** What presence asks of silent writing, a later room; `reflections/` answers when it is loaded. */
export interface SilenceInMeetings {
  /** Is something written silently in this meeting now? Then nobody may be told who writes. */
  isSilent(unitOfWork: UnitOfWork, municipalityId: string, meetingId: string): Promise<boolean>;
}

let answered: SilenceInMeetings | undefined;

/** Called once by `reflections/`, when its module is loaded. */
export function answerForSilence(answers: SilenceInMeetings): void {
  answered = answers;
}

/** @throws Error when no room answers: without it a hint of who writes would be given away */
export function silenceInMeetings(): SilenceInMeetings {
  if (!answered) throw new Error('No room answers for the silence in meetings (live/live.ports.ts)');
  return answered;
}
