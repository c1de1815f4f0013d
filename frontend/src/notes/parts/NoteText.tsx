import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { isSafeAddress, type NoteNode } from '#domain/note-doc.ts';
import { shownNote } from '#domain/note-shown.ts';
import css from './NoteText.module.css';

/**
 * A note where nobody writes in it: minutes, and what a note said before. React makes each element from names that we know,
 * so nothing written can become markup.
 * @param doc the note as a tree; null where only its text is kept
 */
export function NoteText({ doc, text }: { doc: unknown; text: string }) {
  if (text === '') return null;
  if (!isNote(doc)) return <p className={`notes ${css.plain}`}>{text}</p>;
  return <div className={`notes ${css.note}`}>{shown(shownNote(doc).content)}</div>;
}

const isNote = (value: unknown): value is NoteNode =>
  typeof value === 'object' && value !== null && (value as { type?: unknown }).type === 'doc';

const shown = (nodes: readonly NoteNode[] = []): ReactNode[] =>
  // A note that is read has no order but its own: a place is the only key there is.
  nodes.map((node, n) => <Block key={n} node={node} />);

function Block({ node }: { node: NoteNode }) {
  const inner = shown(node.content);
  switch (node.type) {
    case 'text':
      return <Words node={node} />;
    case 'hardBreak':
      return <br />;
    case 'mention':
      return <span className={css.mention}>@{String(node.attrs?.['name'] ?? '')}</span>;
    case 'heading':
      return <h3>{inner}</h3>;
    case 'bulletList':
      return <ul>{inner}</ul>;
    case 'orderedList':
      return <ol start={Number(node.attrs?.['start'] ?? 1)}>{inner}</ol>;
    case 'taskList':
      return <ul className={css.checks}>{inner}</ul>;
    case 'listItem':
      return <li>{inner}</li>;
    case 'taskItem':
      return <Check isDone={node.attrs?.['checked'] === true}>{inner}</Check>;
    case 'blockquote':
      return <blockquote>{inner}</blockquote>;
    case 'table':
      return (
        <table>
          <tbody>{inner}</tbody>
        </table>
      );
    case 'tableRow':
      return <tr>{inner}</tr>;
    case 'tableHeader':
      return <th {...spans(node)}>{inner}</th>;
    case 'tableCell':
      return <td {...spans(node)}>{inner}</td>;
    default:
      return <p>{inner}</p>;
  }
}

const spans = ({ attrs }: NoteNode) => ({
  colSpan: Number(attrs?.['colspan'] ?? 1),
  rowSpan: Number(attrs?.['rowspan'] ?? 1),
});

function Words({ node }: { node: NoteNode }) {
  return (node.marks ?? []).reduce<ReactNode>((inner, mark) => {
    const href = mark.attrs?.['href'];
    if (mark.type === 'bold') return <strong>{inner}</strong>;
    if (mark.type === 'italic') return <em>{inner}</em>;
    if (!isSafeAddress(href)) return inner;
    return (
      <a href={href} target="_blank" rel="noopener noreferrer">
        {inner}
      </a>
    );
  }, node.text);
}

function Check({ isDone, children }: { isDone: boolean; children: ReactNode }) {
  const intl = useIntl();
  const words = isDone
    ? intl.formatMessage({ id: 'notes.check.done', defaultMessage: 'Gjort' })
    : intl.formatMessage({ id: 'notes.check.open', defaultMessage: 'Ikke gjort' });
  return (
    <li>
      <span role="img" aria-label={words}>
        {isDone ? '☑' : '☐'}
      </span>
      <div>{children}</div>
    </li>
  );
}
