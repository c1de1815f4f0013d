import type { MinutesHistoryQuery } from '../gql/graphql.ts';

type History = Pick<MinutesHistoryQuery['minutesHistory'], 'state' | 'may' | 'decisions'>;
type Change = Pick<MinutesHistoryQuery['minutesHistory']['changes'][number], 'verb' | 'decision'>;

/** A decision's former text, by the revision that is there; or one that was removed, under its item and by its own id. */
export type WayBack = { decisionId: string; text: string } & ({ revision: number } | { itemId: string });

/** How a change is taken back; null where that makes no sense any more: the minutes are no longer open, or it is so already. */
export function wayBack({ verb, decision }: Change, { state, may, decisions }: History): WayBack | null {
  if (state !== 'OPEN' || !may.includes('meeting.write') || !decision) return null;
  const { decisionId, itemId, text, before } = decision;
  const now = (decisions ?? []).find(({ id }) => id === decisionId);
  if (verb === 'removed') return now || itemId === null || text === null ? null : { decisionId, itemId, text };
  if (verb !== 'changed' || before === null || !now || now.text === before) return null;
  return { decisionId, text: before, revision: now.revision };
}
