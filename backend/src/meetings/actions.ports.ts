import type { Work } from '../platform/unit-of-work.ts';

/** What holding a meeting asks of actions, a later room; `actions/` answers when it is loaded. */
export interface ActionsOfMeetings {
  /**
   * How many actions that began under a thread's items are still open.
   * @returns a thread without open actions may be left out
   */
  openActionsOfThreads(query: Work['query'], threadIds: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** How many actions were caught under an item, whatever became of them. */
  actionsUnderItem(query: Work['query'], itemId: string): Promise<number>;
}

let answered: ActionsOfMeetings | undefined;

/** Called once by `actions/`, when its module is loaded. */
export function answerForActions(answers: ActionsOfMeetings): void {
  answered = answers;
}

/** @throws Error when no room answers: without it a thread with an open action would be lost */
export function actionsOfMeetings(): ActionsOfMeetings {
  if (!answered) throw new Error('No room answers for the actions of meetings (meetings/actions.ports.ts)');
  return answered;
}
