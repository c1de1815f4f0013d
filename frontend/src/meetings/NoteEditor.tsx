import { useLayoutEffect, useRef } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Banner } from '#ui/Banner.tsx';
import { Button } from '#ui/Button.tsx';
import { TextArea } from '#ui/TextArea.tsx';
import { problemWords } from '../platform/parts/refusals.ts';
import type { ItemData } from './parts/meeting.documents.ts';
import css from './LiveItem.module.css';
import { useNote } from './use-note.ts';

/** The item's note: one text for the team, saved by itself. */
export function NoteEditor({ item, readOnly }: { item: ItemData; readOnly: boolean }) {
  const intl = useIntl();
  const note = useNote({ id: item.id, note: item.note ?? '', noteVersion: item.noteVersion ?? 0 });
  const field = useRef<HTMLTextAreaElement>(null);
  useCaretKept(field, note.draft.text);
  const label = intl.formatMessage({ id: 'meetings.live.note', defaultMessage: 'Noter' });
  const { theirs } = note.draft;

  if (readOnly) {
    return item.note ? (
      <section aria-label={label} className={css.noteRead}>
        <p className="notes">{item.note}</p>
      </section>
    ) : null;
  }
  return (
    <div className={css.note}>
      <TextArea
        label={label}
        look="sheet"
        rows={4}
        value={note.draft.text}
        onChange={note.type}
        textRef={field}
        placeholder={intl.formatMessage({
          id: 'meetings.live.note.placeholder',
          defaultMessage: 'Skriv her. Alle ser det, og det gemmes af sig selv.',
        })}
        hint={intl.formatMessage({ id: 'meetings.live.note.hint', defaultMessage: 'Skriv ikke elevnavne' })}
        fault={note.problem ? problemWords(intl, note.problem) : undefined}
      />
      {theirs && (
        <Banner
          tone="warn"
          title={intl.formatMessage({
            id: 'meetings.live.note.both',
            defaultMessage: 'I skrev samme sted på samme tid',
          })}
          actions={
            <Button onPress={note.putTogether}>
              <FormattedMessage id="meetings.live.note.together" defaultMessage="Saml de to tekster" />
            </Button>
          }
        >
          <p>
            <FormattedMessage
              id="meetings.live.note.safe"
              defaultMessage="Din tekst står ovenfor, og den anden står her. Ingen af dem er tabt."
            />
          </p>
          <p className={css.theirs}>{theirs.text}</p>
        </Banner>
      )}
    </div>
  );
}

/** When a colleague's words come in, the caret stays at the same words. */
function useCaretKept(field: React.RefObject<HTMLTextAreaElement | null>, text: string): void {
  const before = useRef({ text, caret: 0 });
  useLayoutEffect(() => {
    const element = field.current;
    if (!element || document.activeElement !== element) {
      before.current = { text, caret: element?.selectionStart ?? 0 };
      return undefined;
    }
    const { text: old, caret } = before.current;
    const mineWas = old.slice(0, caret);
    if (old !== text && element.selectionStart === text.length && caret < old.length) {
      const at = text.startsWith(mineWas) ? caret : Math.max(0, text.length - (old.length - caret));
      element.setSelectionRange(at, at);
    }
    before.current = { text, caret: element.selectionStart };
    const remember = () => {
      before.current = { text: element.value, caret: element.selectionStart };
    };
    element.addEventListener('keyup', remember);
    element.addEventListener('click', remember);
    return () => {
      element.removeEventListener('keyup', remember);
      element.removeEventListener('click', remember);
    };
  }, [field, text]);
}
