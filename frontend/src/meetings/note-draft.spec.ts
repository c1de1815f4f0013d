import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isUnsaved, maySend, newNote, nextNote, type NoteDraft } from './note-draft.ts';

const all = (draft: NoteDraft) => `${draft.text}\n${draft.theirs?.text ?? ''}`;

describe('a note that several write', () => {
  it('takes the others’ text when I have written nothing', () => {
    expect(nextNote(newNote('a', 1), { what: 'server has', text: 'b', version: 2 })).toMatchObject({
      text: 'b',
      base: 'b',
      version: 2,
      theirs: null,
    });
  });

  it('keeps mine beside theirs when we wrote in the same place, sends nothing, and puts them together with one tap', () => {
    let draft = nextNote(newNote('', 1), { what: 'typed', text: 'min' });
    draft = nextNote(draft, { what: 'stale', text: 'deres', version: 2 });
    expect(draft).toMatchObject({ text: 'min', theirs: { text: 'deres', version: 2 } });
    expect(maySend(draft)).toBe(false);
    draft = nextNote(draft, { what: 'put together' });
    expect(draft).toMatchObject({ text: 'deres\nmin', base: 'deres', version: 2, theirs: null });
    expect(maySend(draft)).toBe(true);
  });

  it('goes on by itself when the answer to my own text was lost', () => {
    let draft = nextNote(newNote('', 1), { what: 'typed', text: 'en' });
    draft = nextNote(draft, { what: 'sending' });
    draft = nextNote(draft, { what: 'typed', text: 'en to' });
    draft = nextNote(draft, { what: 'stale', text: 'en', version: 2 });
    expect(draft.theirs ?? null).toBeNull();
    expect(draft.text).toContain('en to');
    expect(maySend(draft)).toBe(true);
  });

  it('does not send again what was refused until it is changed', () => {
    let draft = nextNote(newNote('', 1), { what: 'typed', text: '010190-1234' });
    draft = nextNote(nextNote(draft, { what: 'sending' }), { what: 'refused', problem: 'CPR' });
    expect([isUnsaved(draft), maySend(draft), draft.text]).toEqual([true, false, '010190-1234']);
    expect(maySend(nextNote(draft, { what: 'typed', text: 'uden nummer' }))).toBe(true);
  });

  it('never drops a line of mine or of theirs, whatever order things happen in', () => {
    const word = fc.stringMatching(/^[a-z]{3,6}$/);
    const events = fc.array(
      fc.oneof(
        fc.record({ kind: fc.constant('mine' as const), word }),
        fc.record({ kind: fc.constant('theirs' as const), word }),
        fc.record({ kind: fc.constant('together' as const), word }),
      ),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(events, (steps) => {
        let draft = newNote('', 0);
        let server = '';
        let version = 0;
        const mine: string[] = [];
        steps.forEach(({ kind, word: base }, n) => {
          const unique = `${base}${n}`;
          if (kind === 'mine') {
            mine.push(unique);
            draft = nextNote(draft, { what: 'typed', text: draft.text === '' ? unique : `${draft.text}\n${unique}` });
          } else if (kind === 'theirs') {
            server = server === '' ? unique : `${server}\n${unique}`;
            version += 1;
            draft = nextNote(draft, { what: 'server has', text: server, version });
          } else draft = nextNote(draft, { what: 'put together' });
        });
        for (const one of mine) expect(all(draft)).toContain(one);
        for (const one of server.split('\n')) expect(all(draft)).toContain(one);
      }),
    );
  });
});
