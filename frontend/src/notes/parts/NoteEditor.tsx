import { Editor } from '@tiptap/core';
import { useEffect, useId, useRef, useState, type RefObject } from 'react';
import { FormattedMessage, useIntl, type IntlShape } from 'react-intl';
import { Banner } from '#ui/Banner.tsx';
import { Button } from '#ui/Button.tsx';
import { useAnnounce } from '#ui/LiveRegion.tsx';
import { showRests } from './caret-rests.ts';
import { CprBanner } from './CprBanner.tsx';
import css from './NoteEditor.module.css';
import { NoteHistory, type NoteVersion } from './NoteHistory.tsx';
import { LinkDialog } from './LinkDialog.tsx';
import { NoteToolbar } from './NoteToolbar.tsx';
import { noteExtensions } from './note-extensions.ts';
import type { NoteSync } from './note-sync.ts';
import { cleanPasted } from './note-paste.ts';
import { noteTools, wordsAtCaret, type NoteThing } from './note-tools.ts';
import { putBack } from './put-back.ts';
import { QuickMenu } from './QuickMenu.tsx';
import { useNoteSync } from './use-note-sync.ts';
import { useQuickMenu, type QuickOption } from './use-quick-menu.ts';
import { versionTime } from './version-time.ts';

export interface NoteEditorProps {
  /** An agenda item's id, or the meeting's. */
  noteId: string;
  label: string;
  /** What the text held when the page was read: shown until the note is open. */
  text: string;
  things?: readonly NoteThing[];
  /** Whether the viewer may read what the note said before. */
  hasHistory?: boolean;
  /** Whom `@` offers: those in the meeting. */
  colleagues?: readonly { id: string; name: string }[];
}

const NOBODY: readonly { id: string; name: string }[] = [];
/** What `/` offers, in its order; the rest of the tools are for what is there already. */
const AT_SLASH = ['heading', 'bullets', 'numbers', 'checks', 'quote', 'table', 'link'];

/** A note written together: everybody's words at once, each with their own undo. */
export default function NoteEditor({
  noteId,
  label,
  text,
  things = [],
  hasHistory = false,
  colleagues = NOBODY,
}: NoteEditorProps) {
  const intl = useIntl();
  const { sync, status } = useNoteSync(noteId);
  const [editor, setEditor] = useState<Editor | null>(null);
  const [isLinking, setLinking] = useState(false);
  const [isLookingBack, setLookingBack] = useState(false);
  const [told, setTold] = useState('');
  const announce = useAnnounce();
  const labelId = useId();
  const hintId = useId();
  const menu = useQuickMenu(editor, {
    '/': [
      ...noteTools(intl, () => setLinking(true)).filter(({ id }) => AT_SLASH.includes(id)),
      ...things.map(({ id, label: name, make }): QuickOption => ({
        id,
        label: name,
        act: (at) => make(wordsAtCaret(at)),
      })),
    ],
    '@': colleagues.map(({ id, name }): QuickOption => ({
      id,
      label: name,
      act: (at) =>
        at
          .chain()
          .focus()
          .insertContent([
            { type: 'mention', attrs: { id, name } },
            { type: 'text', text: ' ' },
          ])
          .run(),
    })),
  });
  const isReady = sync !== null && (status.isOpen || status.unsent > 0);
  const insert = (into: Editor, version: NoteVersion) => {
    setLookingBack(false);
    putBack(into, version);
    const words = intl.formatMessage(
      {
        id: 'notes.history.done',
        defaultMessage: 'Udgaven fra {time} står nu nederst i noten. Fortryd tager den ud igen.',
      },
      { time: versionTime(intl, version.at) },
    );
    setTold(words);
    announce(words);
  };
  return (
    <section className={css.note} aria-labelledby={labelId}>
      <p id={labelId} className={css.label}>
        {label}
      </p>
      {editor && status.mayWrite && (
        <NoteToolbar
          editor={editor}
          things={things}
          onLink={() => setLinking(true)}
          onHistory={hasHistory ? () => setLookingBack(true) : undefined}
        />
      )}
      {isReady ? (
        <div className={css.surface}>
          <Surface
            sync={sync}
            editable={status.mayWrite}
            labelId={labelId}
            hintId={hintId}
            keys={menu.keys}
            onEditor={setEditor}
          />
          {editor && <QuickMenu editor={editor} menu={menu} />}
        </div>
      ) : (
        <p className={`notes ${css.text}`}>{text}</p>
      )}
      {status.mayWrite && (
        <p id={hintId} className={css.hint}>
          <FormattedMessage
            id="notes.hint"
            defaultMessage="Skriv ikke elevnavne. / sætter ind, @ nævner en kollega, Alt+F10 går til værktøjerne."
          />
        </p>
      )}
      {hasHistory && !status.mayWrite && (
        <p>
          <Button size="small" onPress={() => setLookingBack(true)}>
            <FormattedMessage id="notes.history" defaultMessage="Tidligere udgaver" />
          </Button>
        </p>
      )}
      {editor && <CprBanner editor={editor} />}
      {told !== '' && <p className={css.hint}>{told}</p>}
      {status.refused !== null && (
        <Banner
          tone="warn"
          title={intl.formatMessage({ id: 'notes.refused', defaultMessage: 'Noten tager ikke imod mere herfra' })}
        >
          {refusedWords(intl, status.refused)}
        </Banner>
      )}
      {editor && isLinking && <LinkDialog editor={editor} onClose={() => setLinking(false)} />}
      {isLookingBack && (
        <NoteHistory
          noteId={noteId}
          onClose={() => setLookingBack(false)}
          onPutBack={editor && status.mayWrite ? (version) => insert(editor, version) : undefined}
        />
      )}
    </section>
  );
}

function refusedWords(intl: IntlShape, refused: string): string {
  switch (refused) {
    case 'STEP_NOT_POSSIBLE':
      return intl.formatMessage({
        id: 'notes.refused.over',
        defaultMessage:
          'Referatet er sendt til godkendelse. Det, I ser, er gemt, bortset fra det, du skrev til sidst: kopiér det, og skriv det som indsigelse eller tilføjelse.',
      });
    case 'NOTE_FULL':
      return intl.formatMessage({
        id: 'notes.refused.full',
        defaultMessage: 'Noten er blevet for lang. Det, I ser, er gemt. Skriv videre under et andet punkt.',
      });
    case 'NOT_FOUND':
      return intl.formatMessage({
        id: 'notes.refused.gone',
        defaultMessage:
          'Du er ikke længere med i mødet, eller punktet er taget af. Det, der var gemt, står hos teamet.',
      });
    default:
      return intl.formatMessage({
        id: 'notes.refused.other',
        defaultMessage:
          'Serveren tog ikke imod det, du skrev til sidst. Det er på denne enhed endnu, og alles tekst er uskadt. Kopiér dit eget, hent siden igen, og sæt det ind.',
      });
  }
}

/** The editable text itself. It is made once for a note; what changes later is told to it. */
function Surface({
  sync,
  editable,
  labelId,
  hintId,
  keys,
  onEditor,
}: {
  sync: NoteSync;
  editable: boolean;
  labelId: string;
  hintId: string;
  keys: RefObject<(event: KeyboardEvent) => boolean>;
  onEditor: (editor: Editor | null) => void;
}) {
  const intl = useIntl();
  const place = useRef<HTMLDivElement>(null);
  const [made, setMade] = useState<Editor | null>(null);
  const placeholder = intl.formatMessage({
    id: 'notes.placeholder',
    defaultMessage: 'Skriv her. Alle ser det, og det gemmes af sig selv.',
  });
  const checkboxWords = useRef((line: string) => line);
  useEffect(() => {
    checkboxWords.current = (line) =>
      line === ''
        ? intl.formatMessage({ id: 'notes.checkbox.empty', defaultMessage: 'Gjort: tom linje' })
        : intl.formatMessage({ id: 'notes.checkbox', defaultMessage: 'Gjort: {line}' }, { line });
  }, [intl]);
  const isEditable = useRef(editable);
  useEffect(() => {
    isEditable.current = editable;
  });
  useEffect(() => {
    const editor = new Editor({
      element: place.current,
      // Its styles are ours (NoteEditor.module.css): injected ones are refused by the content policy.
      injectCSS: false,
      editable: isEditable.current,
      extensions: noteExtensions(sync, {
        placeholder,
        checkbox: (line) => checkboxWords.current(line),
        caretClass: css.caret!,
        caretLabelClass: css.caretLabel!,
        cprClass: css.cpr!,
        mentionClass: css.mention!,
      }),
      editorProps: {
        attributes: {
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-labelledby': labelId,
          'aria-describedby': hintId,
          spellcheck: 'true',
          lang: 'da',
        },
        transformPastedHTML: cleanPasted,
        handleKeyDown: (view, event) => {
          if (keys.current(event)) return true;
          if (event.key !== 'F10' || !event.altKey) return false;
          view.dom.closest('section')?.querySelector<HTMLElement>('[role="toolbar"] button')?.focus();
          return true;
        },
      },
    });
    setMade(editor);
    onEditor(editor);
    const stopRests = showRests(place.current!, sync);
    return () => {
      stopRests();
      onEditor(null);
      setMade(null);
      editor.destroy();
    };
  }, [sync, placeholder, labelId, hintId, keys, onEditor]);
  useEffect(() => {
    if (made && made.isEditable !== editable) made.setEditable(editable, false);
  }, [made, editable]);
  return <div ref={place} className={css.text} />;
}
