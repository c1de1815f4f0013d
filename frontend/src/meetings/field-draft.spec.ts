import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDirty, keptDraft, maySend, newDraft, nextDraft, type FieldDraft, type FieldEvent } from './field-draft.ts';

const after = (start: FieldDraft, ...events: FieldEvent[]) => events.reduce(nextDraft, start);

describe('a field two people write in', () => {
  it('follows the server while nobody writes here', () => {
    expect(after(newDraft('a'), { what: 'server has', text: 'b' }).text).toBe('b');
  });

  it('keeps one’s words and shows the other’s when both write', () => {
    const draft = after(newDraft(''), { what: 'typed', text: 'mine' }, { what: 'server has', text: 'theirs' });
    expect(draft).toMatchObject({ text: 'mine', theirs: 'theirs' });
    expect(maySend(draft)).toBe(false);
    expect(maySend(after(draft, { what: 'keep mine' }))).toBe(true);
    expect(after(draft, { what: 'take theirs' })).toEqual(newDraft('theirs'));
  });

  it('goes on after a reload with what was not saved, and shows what another device saved meanwhile', () => {
    expect(keptDraft(null, 'a')).toEqual(newDraft('a'));
    expect(keptDraft({ text: 'ab', base: 'a' }, 'a')).toMatchObject({ text: 'ab', base: 'a', theirs: null });
    expect(maySend(keptDraft({ text: 'ab', base: 'a' }, 'a'))).toBe(true);
    expect(keptDraft({ text: 'ab', base: 'a' }, 'ac')).toMatchObject({ text: 'ab', theirs: 'ac' });
    expect(isDirty(keptDraft({ text: 'ab', base: 'a' }, 'ab'))).toBe(false);
  });

  it('does not take its own echo for somebody else', () => {
    const draft = after(
      newDraft(''),
      { what: 'typed', text: 'a' },
      { what: 'sending' },
      { what: 'typed', text: 'ab' },
      { what: 'server has', text: 'a' },
      { what: 'saved' },
    );
    expect(draft).toEqual({ text: 'ab', base: 'a', sending: null, theirs: null });
    expect(maySend(draft)).toBe(true);
  });

  it('is settled by a refusal that says the same as one wrote', () => {
    expect(
      after(
        newDraft(''),
        { what: 'typed', text: 'x' },
        { what: 'sending' },
        { what: 'refused as stale', current: 'x' },
      ),
    ).toEqual(newDraft('x'));
  });

  it('never loses what was typed, whatever the server and the network do', () => {
    const event = fc.oneof(
      fc.record({ what: fc.constant('server has' as const), text: fc.string({ maxLength: 2 }) }),
      fc.record({ what: fc.constant('refused as stale' as const), current: fc.string({ maxLength: 2 }) }),
      fc.constantFrom<FieldEvent>({ what: 'sending' }, { what: 'saved' }, { what: 'not saved' }, { what: 'keep mine' }),
    );
    fc.assert(
      fc.property(
        fc.string({ maxLength: 2 }),
        fc.string({ minLength: 3, maxLength: 4 }),
        fc.array(event, { maxLength: 20 }),
        (base, typed, events) => {
          let draft = after(newDraft(base), { what: 'typed', text: typed });
          let landed = false;
          for (const one of events) {
            const possible =
              one.what === 'sending'
                ? maySend(draft)
                : one.what === 'saved' || one.what === 'not saved' || one.what === 'refused as stale'
                  ? draft.sending !== null
                  : true;
            if (!possible) continue;
            draft = nextDraft(draft, one);
            landed ||= one.what === 'saved';
            if (!landed) expect(draft.text).toBe(typed);
            if (!landed) expect(isDirty(draft)).toBe(true);
          }
        },
      ),
    );
  });
});
