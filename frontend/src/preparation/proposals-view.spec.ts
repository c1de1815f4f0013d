import { describe, expect, it } from 'vitest';
import type { ProposalData } from './parts/preparation.documents.ts';
import { proposalsView, readyShown } from './proposals-view.ts';

const proposal = (id: string, state: string, meetingId = 'm') => ({ id, state, meetingId }) as ProposalData;
const ids = (list: readonly ProposalData[]) => list.map((one) => one.id);

describe('a meeting’s proposals', () => {
  it('each stands in one place, and what has gone on is not answered here', () => {
    const view = proposalsView('m', [
      proposal('a', 'PROPOSED'),
      proposal('b', 'TAKEN_IN'),
      proposal('c', 'DECLINED'),
      proposal('d', 'WAITING'),
      proposal('e', 'PROPOSED', 'next'),
      proposal('f', 'TAKEN_IN', 'next'),
    ]);
    expect(ids(view.open)).toEqual(['a']);
    expect(ids(view.takenIn)).toEqual(['b']);
    expect(ids(view.declined)).toEqual(['c']);
    expect(ids(view.wentOn)).toEqual(['d', 'e', 'f']);
  });

  it('whoever has just said they are ready is counted at once, and not twice', () => {
    expect(readyShown({ readyCount: 0, ownReady: true })).toBe(1);
    expect(readyShown({ readyCount: 3, ownReady: true })).toBe(3);
    expect(readyShown({ readyCount: null, ownReady: null })).toBe(0);
  });
});
