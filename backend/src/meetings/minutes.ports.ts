import type { Work } from '../platform/unit-of-work.ts';

/** What holding a meeting asks of minutes, a later room; `minutes/` answers when it is loaded. */
export interface MinutesOfMeetings {
  /** In the unit of work that ends the meeting: its minutes begin, OPEN. */
  whenMeetingHeld(work: Work, meetingId: string): Promise<void>;
  /** May the text of a held meeting still change? Not once the minutes are proposed. */
  mayStillBeWritten(query: Work['query'], meetingId: string): Promise<boolean>;
}

let answered: MinutesOfMeetings | undefined;

/** Called once by `minutes/`, when its module is loaded. */
export function answerForMinutes(answers: MinutesOfMeetings): void {
  answered = answers;
}

/** @throws Error when no room answers */
export function minutesOfMeetings(): MinutesOfMeetings {
  if (!answered) throw new Error('No room answers for the minutes of meetings (meetings/minutes.ports.ts)');
  return answered;
}
