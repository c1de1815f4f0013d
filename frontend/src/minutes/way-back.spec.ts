import { describe, expect, it } from 'vitest';
import { onTop, type LoggedMinutesChange } from './use-history.ts';
import { wayBack } from './way-back.ts';

const open = {
  state: 'OPEN',
  may: ['meeting.write'],
  decisions: [{ __typename: 'Decision' as const, id: 'd', text: 'Nu', revision: 4 }],
};
const change = (verb: string, more: object = {}) => ({
  verb,
  decision: { __typename: 'DecisionChange' as const, decisionId: 'd', itemId: 'i', text: 'Nu', before: null, ...more },
});

describe('the way back for a decision', () => {
  it('is its text before, by the revision that is there', () => {
    expect(wayBack(change('changed', { before: 'Før' }), open)).toEqual({ decisionId: 'd', text: 'Før', revision: 4 });
  });

  it('is none where it says so already, is gone, or never said anything else', () => {
    expect(wayBack(change('changed', { before: 'Nu' }), open)).toBeNull();
    expect(wayBack(change('changed', { before: 'Før' }), { ...open, decisions: [] })).toBeNull();
    expect(wayBack(change('changed'), open)).toBeNull();
    expect(wayBack(change('decided'), open)).toBeNull();
    expect(wayBack({ verb: 'proposed', decision: null }, open)).toBeNull();
  });

  it('lays one that was removed back under its item, unless it is there again or its item is gone', () => {
    const gone = { ...open, decisions: [] };
    expect(wayBack(change('removed'), gone)).toEqual({ decisionId: 'd', itemId: 'i', text: 'Nu' });
    expect(wayBack(change('removed'), open)).toBeNull();
    expect(wayBack(change('removed', { itemId: null }), gone)).toBeNull();
    expect(wayBack(change('removed', { text: null }), gone)).toBeNull();
  });

  it('is none once the minutes are proposed or approved, nor for somebody who may not write', () => {
    for (const state of ['PROPOSED', 'APPROVED'])
      expect(wayBack(change('changed', { before: 'Før' }), { ...open, state })).toBeNull();
    expect(wayBack(change('changed', { before: 'Før' }), { ...open, may: [] })).toBeNull();
  });
});

describe('the newest page on top of what was read before', () => {
  const lines = (from: number, to: number) =>
    Array.from({ length: from - to + 1 }, (_, n) => ({ id: String(from - n) }) as LoggedMinutesChange);
  const page = (from: number, to: number, cursor: string | null) => ({ changes: lines(from, to), cursor });
  const ids = ({ changes }: { changes: readonly { id: string }[] }) => changes.map(({ id }) => Number(id));

  it('leaves out nothing and says nothing twice', () => {
    expect(ids(onTop(page(12, 8, '8'), page(10, 1, null)))).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
    expect(onTop(page(12, 8, '8'), page(10, 1, null)).cursor).toBeNull();
  });

  it('stands alone where it does not reach them, and is fetched on from', () => {
    expect(onTop(page(30, 21, '21'), page(10, 1, null))).toEqual(page(30, 21, '21'));
    expect(onTop(page(5, 1, null), null)).toEqual(page(5, 1, null));
  });
});
