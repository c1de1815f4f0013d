import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isUnsaved, maySend, newDraft, nextDraft, type SilentDraft } from './silent-draft.ts';

const typed = (draft: SilentDraft, text: string) => nextDraft(draft, { what: 'typed', text });

describe('a silent post on one of a person’s devices', () => {
  it('is sent once at a time, and not again where it was refused, until it changes', () => {
    const draft = typed(newDraft('a'), 'Ro');
    expect(maySend(draft)).toBe(true);
    const sending = nextDraft(draft, { what: 'sending' });
    expect(maySend(sending)).toBe(false);
    const refused = nextDraft(sending, { what: 'refused', problem: 'CPR' });
    expect(maySend(refused)).toBe(false);
    expect(isUnsaved(refused)).toBe(true);
    expect(maySend(typed(refused, 'Ro igen'))).toBe(true);
  });

  it('stands on what was sent, not on what was typed meanwhile', () => {
    const sending = nextDraft(typed(newDraft('a'), 'Ro'), { what: 'sending' });
    const saved = nextDraft(typed(sending, 'Ro i døren'), { what: 'saved' });
    expect(saved).toMatchObject({ text: 'Ro i døren', base: 'Ro', version: 1, sending: null });
    expect(maySend(saved)).toBe(true);
  });

  it('keeps what the phone wrote and what the laptop wrote, both', () => {
    const laptop = typed({ ...newDraft('a'), text: 'Ro', base: 'Ro', version: 1 }, 'Ro\nFra computeren');
    const both = nextDraft(laptop, { what: 'server has', text: 'Ro\nFra telefonen', version: 2 });
    expect(both.text).toContain('Fra computeren');
    expect(both.text).toContain('Fra telefonen');
    expect(both).toMatchObject({ base: 'Ro\nFra telefonen', version: 2 });
  });

  it('does not go back to an older text of its own that comes late', () => {
    const draft = typed({ ...newDraft('a'), text: 'B', base: 'B', version: 2 }, 'BC');
    expect(nextDraft(draft, { what: 'server has', text: 'A', version: 1 })).toBe(draft);
  });

  it('is not doubled when it was stored and only the answer was lost', () => {
    const lost = nextDraft(nextDraft(typed(newDraft('a'), 'Ro'), { what: 'sending' }), { what: 'not reached' });
    const more = typed(lost, 'Ro i døren');
    expect(nextDraft(more, { what: 'server has', text: 'Ro', version: 1 })).toMatchObject({
      text: 'Ro i døren',
      base: 'Ro',
      version: 1,
    });
  });

  it('drops no line, whatever comes in whichever order', () => {
    const event = fc.oneof(
      fc.constant('type' as const),
      fc.constant('send' as const),
      fc.constant('answer' as const),
      fc.constant('lose' as const),
      fc.constant('lose the answer' as const),
      fc.constant('other device' as const),
    );
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), (events) => {
        let draft = newDraft('a');
        let server = { text: '', version: 0 };
        const lines: string[] = [];
        const write = (text: string) => {
          const line = `linje ${lines.length}`;
          lines.push(line);
          return text === '' ? line : `${text}\n${line}`;
        };
        for (const what of events) {
          if (what === 'type') draft = typed(draft, write(draft.text));
          else if (what === 'send' && maySend(draft)) draft = nextDraft(draft, { what: 'sending' });
          else if (what === 'answer' && draft.sending !== null) {
            if (server.version === draft.version) {
              server = { text: draft.sending, version: server.version + 1 };
              draft = nextDraft(draft, { what: 'saved' });
            } else {
              draft = nextDraft(draft, { what: 'not reached' });
              draft = nextDraft(draft, { what: 'server has', ...server });
            }
          } else if (what === 'lose' && draft.sending !== null) draft = nextDraft(draft, { what: 'not reached' });
          else if (what === 'lose the answer' && draft.sending !== null) {
            if (server.version === draft.version) server = { text: draft.sending, version: server.version + 1 };
            draft = nextDraft(draft, { what: 'not reached' });
          } else if (what === 'other device') server = { text: write(server.text), version: server.version + 1 };
          const seen = `${draft.text}\n${server.text}`;
          for (const line of lines) expect(seen).toContain(line);
        }
      }),
      { seed: 4, numRuns: 500 },
    );
  });
});
