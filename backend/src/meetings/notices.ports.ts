import type { Work } from '../platform/unit-of-work.ts';

/** What happened to a meeting that those who are called are to hear of. */
export type Told = 'CONVENED' | 'MOVED' | 'AGENDA' | 'CANCELLED' | 'UNINVITED';

/** What planning asks of notices, a later room; `notifications/` answers when it is loaded. */
export interface NoticesOfMeetings {
  /**
   * In the unit of work that changes the meeting, with its row locked: queues what is told. Of a meeting that is not called to, nobody is told.
   * @param personId whom alone it concerns; everybody who is called when left out
   */
  tell(work: Work, meetingId: string, what: Told, personId?: string): Promise<void>;
}

let answered: NoticesOfMeetings | undefined;

/** Called by `notifications/`, when its module is made. */
export function answerForNotices(answers: NoticesOfMeetings): void {
  answered = answers;
}

/** @throws Error when no room answers: without it people would not hear that a meeting was moved */
export function noticesOfMeetings(): NoticesOfMeetings {
  if (!answered) throw new Error('No room answers for the notices of meetings (meetings/notices.ports.ts)');
  return answered;
}
