import { useState, type ClipboardEvent, type ReactNode } from 'react';
import { FormattedMessage, useIntl, type IntlShape } from 'react-intl';
import { readPastedList, type PastedList, type PastedRow } from '#domain/pasted-list.ts';
import { problemIn, TEXT_LIMITS } from '#domain/text-rules.ts';
import { Button } from '#ui/Button.tsx';
import { Checkbox } from '#ui/Checkbox.tsx';
import { DataTable } from '#ui/DataTable.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { useAnnounce } from '#ui/LiveRegion.tsx';
import { TextArea } from '#ui/TextArea.tsx';
import { TextField } from '#ui/TextField.tsx';
import { VisuallyHidden } from '#ui/VisuallyHidden.tsx';
import css from './PasteList.module.css';
import { textOfHtml } from './pasted-html.ts';
import { problemWords, refusalWords } from './refusals.ts';

/** A row of the preview, with the id its thing gets: made here, so that sending it again makes nothing twice. */
export interface PastedDraft extends PastedRow {
  id: string;
  taken: boolean;
}

interface PasteListProps {
  /** Who and what the rows may name. */
  known: Parameters<typeof readPastedList>[1];
  /** What may be pasted, and what becomes of it. */
  lead: ReactNode;
  titleHead: string;
  columns: readonly {
    id: string;
    head: string;
    cell: (row: PastedDraft, change: (fields: Partial<PastedDraft>) => void) => ReactNode;
  }[];
  makeWords: (count: number) => string;
  madeWords: (count: number) => string;
  make: (rows: readonly PastedDraft[]) => Promise<{ error: unknown }>;
  pending: boolean;
  error: unknown;
  onClose: () => void;
}

/** "Indsæt en liste": what was copied elsewhere, shown as rows before anything is made of it. */
export function PasteList(props: PasteListProps) {
  const intl = useIntl();
  const announce = useAnnounce();
  const [text, setText] = useState('');
  const [asked, setAsked] = useState(false);
  const [list, setList] = useState<(Omit<PastedList, 'rows'> & { rows: PastedDraft[] }) | null>(null);
  const [stopped, setStopped] = useState(false);
  const preview = () => {
    const read = readPastedList(text, props.known);
    setAsked(true);
    if (read.rows.length === 0) return;
    setStopped(false);
    setList({
      ...read,
      rows: read.rows.map((row) => ({ ...row, id: crypto.randomUUID(), taken: row.fault === null })),
    });
  };
  const taken = list?.rows.filter((row) => row.taken) ?? [];
  const make = async () => {
    const faulty = taken.some((row) => row.fault !== null);
    setStopped(faulty);
    if (faulty || taken.length === 0 || props.pending) return;
    const { error } = await props.make(taken);
    if (error) return;
    props.onClose();
    announce(props.madeWords(taken.length));
  };
  const change = (id: string, fields: Partial<PastedDraft>) =>
    setList(
      (known) => known && { ...known, rows: known.rows.map((row) => (row.id === id ? { ...row, ...fields } : row)) },
    );
  return (
    <Dialog
      isOpen
      size="large"
      onClose={props.onClose}
      title={intl.formatMessage({ id: 'platform.paste.title', defaultMessage: 'Indsæt en liste' })}
      closeLabel={intl.formatMessage({ id: 'platform.paste.close', defaultMessage: 'Luk' })}
      foot={
        list ? (
          <>
            <Button variant="quiet" onPress={() => setList(null)}>
              <FormattedMessage id="platform.paste.back" defaultMessage="Tilbage til teksten" />
            </Button>
            <Button
              variant="primary"
              isDisabled={taken.length === 0}
              pending={props.pending}
              onPress={() => void make()}
            >
              {props.makeWords(taken.length)}
            </Button>
          </>
        ) : (
          <>
            <Button variant="quiet" onPress={props.onClose}>
              <FormattedMessage id="platform.paste.cancel" defaultMessage="Fortryd" />
            </Button>
            <Button variant="primary" onPress={preview}>
              <FormattedMessage id="platform.paste.show" defaultMessage="Vis listen" />
            </Button>
          </>
        )
      }
    >
      {list ? (
        <div className={css.preview}>
          <p className={css.words} role="status">
            <Found list={list} />
          </p>
          <DataTable
            caption={intl.formatMessage({ id: 'platform.paste.rows', defaultMessage: 'Det, der er læst' })}
            rowHead="title"
            className={css.table!}
            columns={[
              {
                id: 'taken',
                head: intl.formatMessage({ id: 'platform.paste.taken', defaultMessage: 'Tag med' }),
                hideHead: true,
              },
              { id: 'title', head: props.titleHead },
              ...props.columns.map(({ id, head }) => ({ id, head })),
            ]}
            rows={list.rows.map((row, n) => ({
              id: row.id,
              cells: {
                taken: (
                  <Checkbox isSelected={row.taken} onChange={(on) => change(row.id, { taken: on })}>
                    <VisuallyHidden>
                      <FormattedMessage
                        id="platform.paste.takeThis"
                        defaultMessage="Tag række {number} med"
                        values={{ number: n + 1 }}
                      />
                    </VisuallyHidden>
                  </Checkbox>
                ),
                title: (
                  <TextField
                    hideLabel
                    label={`${props.titleHead} ${n + 1}`}
                    value={row.title}
                    onChange={(title) =>
                      change(row.id, {
                        title,
                        fault: problemIn(title, { max: TEXT_LIMITS.title, required: true }),
                      })
                    }
                    hint={row.doubts.length > 0 ? doubtWords(intl, row) : undefined}
                    fault={row.fault ? problemWords(intl, row.fault) : undefined}
                  />
                ),
                ...Object.fromEntries(
                  props.columns.map(({ id, cell }) => [id, cell(row, (fields) => change(row.id, fields))]),
                ),
              },
            }))}
          />
          {stopped && taken.some((row) => row.fault !== null) && (
            <p role="alert">
              <FormattedMessage
                id="platform.paste.stopped"
                defaultMessage="Intet er lavet endnu. Ret de rækker, der har en fejl, eller tag dem ikke med."
              />
            </p>
          )}
          {props.error !== null && <p role="alert">{refusalWords(intl, props.error)}</p>}
        </div>
      ) : (
        <TextArea
          autoFocus
          rows={8}
          label={intl.formatMessage({ id: 'platform.paste.text', defaultMessage: 'Din liste' })}
          aside={intl.formatMessage({ id: 'platform.paste.noNames', defaultMessage: 'Skriv ikke elevnavne' })}
          hint={props.lead}
          value={text}
          onChange={setText}
          onPaste={(event) => {
            const whole = pasted(event);
            if (whole === null) return;
            event.preventDefault();
            setText(whole);
          }}
          fault={
            asked && readPastedList(text, props.known).rows.length === 0
              ? intl.formatMessage({
                  id: 'platform.paste.empty',
                  defaultMessage: 'Her er ingen rækker endnu. Kopiér listen, hvor den ligger, og indsæt den her.',
                })
              : undefined
          }
        />
      )}
    </Dialog>
  );
}

/** How many rows there are, and what of the text is not among them. */
function Found({ list }: { list: Omit<PastedList, 'rows'> & { rows: readonly PastedDraft[] } }) {
  const intl = useIntl();
  return (
    <>
      <FormattedMessage
        id="platform.paste.found"
        defaultMessage="{count, plural, one {En række er læst.} other {# rækker er læst.}} Ret dem, eller tag dem fra, før de laves."
        values={{ count: list.rows.length }}
      />
      {list.heads && (
        <>
          {' '}
          <FormattedMessage id="platform.paste.heads" defaultMessage="Den øverste er læst som overskrifter." />
        </>
      )}
      {list.unread.length > 0 && (
        <>
          {' '}
          <FormattedMessage
            id="platform.paste.unread"
            defaultMessage="Ikke taget med: {columns}."
            values={{ columns: intl.formatList(list.unread.map((head) => `»${head}«`)) }}
          />
        </>
      )}
      {list.left > 0 && (
        <>
          {' '}
          <FormattedMessage
            id="platform.paste.left"
            defaultMessage="{left, plural, one {Den sidste er} other {De sidste # er}} ikke med; indsæt {left, plural, one {den} other {dem}} bagefter."
            values={{ left: list.left }}
          />
        </>
      )}
    </>
  );
}

const doubtWords = (intl: IntlShape, row: PastedRow): string =>
  row.doubts
    .map(({ kind, words }) =>
      intl.formatMessage(
        {
          id: 'platform.paste.doubt',
          defaultMessage:
            '{kind, select, PERSON {»{words}« fandt vi ikke blandt jer.} DAY {»{words}« kunne ikke læses som en dato.} PAST {Fristen {words} er gået.} MINUTES {»{words}« kunne ikke læses som minutter.} other {»{words}« er ikke et af jeres pejlemærker.}}',
        },
        { kind, words },
      ),
    )
    .join(' ');

/** The field's text with what is pasted at the caret, when it comes as a list or a table; null leaves it to the browser. */
function pasted(event: ClipboardEvent): string | null {
  const text = textOfHtml(event.clipboardData.getData('text/html'));
  const field = event.target;
  if (text === null || !(field instanceof HTMLTextAreaElement)) return null;
  return field.value.slice(0, field.selectionStart) + text + field.value.slice(field.selectionEnd);
}
