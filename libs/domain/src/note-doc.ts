import { isUuid } from './ids.ts';

/**
 * A note as a tree: what its editor writes and what is read everywhere else. Nothing outside these names is stored or shown.
 */
export interface NoteNode {
  type: string;
  attrs?: Record<string, string | number | boolean | null>;
  content?: NoteNode[];
  marks?: { type: string; attrs?: Record<string, string | number | boolean | null> }[];
  text?: string;
}

/** The elements a note may hold, as the editor calls them. */
export const NOTE_NODES: ReadonlySet<string> = new Set([
  'paragraph',
  'heading',
  'bulletList',
  'orderedList',
  'listItem',
  'taskList',
  'taskItem',
  'blockquote',
  'hardBreak',
  'table',
  'tableRow',
  'tableHeader',
  'tableCell',
  'mention',
]);

export const NOTE_MARKS: ReadonlySet<string> = new Set(['bold', 'italic', 'link']);

/** What elements and marks may carry beside their text. */
export const NOTE_ATTRIBUTES: ReadonlySet<string> = new Set([
  'level',
  'start',
  'type',
  'checked',
  'href',
  'target',
  'rel',
  'class',
  'title',
  'id',
  'name',
  'colspan',
  'rowspan',
  'colwidth',
  'align',
]);

/** A mention's name is a name, never a second text. */
const LONGEST_NAME = 120;

export const isMentionId = (id: unknown): id is string => typeof id === 'string' && isUuid(id);
export const isMentionName = (name: unknown): name is string =>
  typeof name === 'string' && name.length > 0 && name.length <= LONGEST_NAME && !/\p{Cc}/u.test(name);

/** Whether these are what a colleague is mentioned by: who, and the name as it was then. */
export const isMention = (attrs: { id: unknown; name: unknown }): attrs is { id: string; name: string } =>
  isMentionId(attrs.id) && isMentionName(attrs.name);

/** A note of plain paragraphs, one for each line: what was written before there was an editor, or without one. */
export function noteOfText(text: string): NoteNode {
  const lines = text.split('\n').map((line) => line.trim());
  return {
    type: 'doc',
    content: (text.trim() === '' ? [] : lines.filter((line, n) => line !== '' || lines[n - 1] !== '')).map((line) => ({
      type: 'paragraph',
      ...(line === '' ? {} : { content: [{ type: 'text', text: line }] }),
    })),
  };
}

/** Only web and mail addresses are followed; anything else stays words. */
export const isSafeAddress = (href: unknown): href is string =>
  typeof href === 'string' && /^(https?:\/\/|mailto:)[^\s]+$/i.test(href);

/** The note as plain text, for minutes, search and mail: a line a block, lists with their signs. */
export function noteText(doc: NoteNode): string {
  const lines: string[] = [];
  for (const block of doc.content ?? []) writeBlock(block, '', lines);
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

const words = (nodes: readonly NoteNode[] = []): string =>
  nodes
    .map((node) => {
      if (node.type === 'text') return node.text ?? '';
      if (node.type === 'hardBreak') return '\n';
      if (node.type === 'mention') return `@${String(node.attrs?.['name'] ?? '')}`;
      return words(node.content);
    })
    .join('');

function writeBlock(node: NoteNode, before: string, lines: string[]): void {
  const children = node.content ?? [];
  switch (node.type) {
    case 'bulletList':
      return children.forEach((item) => writeItem(item, `${before}• `, lines));
    case 'orderedList': {
      const start = Number(node.attrs?.['start'] ?? 1);
      return children.forEach((item, n) => writeItem(item, `${before}${start + n}. `, lines));
    }
    case 'taskList':
      return children.forEach((item) => writeItem(item, `${before}${item.attrs?.['checked'] ? '☑' : '☐'} `, lines));
    case 'blockquote':
      return children.forEach((child) => writeBlock(child, `${before}» `, lines));
    case 'table':
      return children.forEach((row) => {
        lines.push(
          before +
            (row.content ?? []).map((cell) => cell.content?.map((one) => words(one.content)).join(' ')).join(' | '),
        );
      });
    default:
      lines.push(before + words(children));
  }
}

function writeItem(item: NoteNode, sign: string, lines: string[]): void {
  const [first, ...rest] = item.content ?? [];
  lines.push(sign + words(first?.content));
  const indent = ' '.repeat(sign.length);
  for (const child of rest) writeBlock(child, indent, lines);
}

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!);

const TAGS: Record<string, string> = {
  paragraph: 'p',
  bulletList: 'ul',
  orderedList: 'ol',
  listItem: 'li',
  taskList: 'ul',
  blockquote: 'blockquote',
  table: 'table',
  tableRow: 'tr',
  tableHeader: 'th',
  tableCell: 'td',
};

/** The note as HTML for mail and documents: our own tags around escaped words, so that nothing written can be a script. */
export function noteHtml(node: NoteNode): string {
  const inner = () => (node.content ?? []).map(noteHtml).join('');
  switch (node.type) {
    case 'doc':
      return inner();
    case 'text':
      return (node.marks ?? []).reduce(
        (html, mark) => {
          if (mark.type === 'bold') return `<strong>${html}</strong>`;
          if (mark.type === 'italic') return `<em>${html}</em>`;
          const href = mark.attrs?.['href'];
          return mark.type === 'link' && isSafeAddress(href)
            ? `<a href="${escaped(href)}" rel="noopener noreferrer">${html}</a>`
            : html;
        },
        escaped(node.text ?? ''),
      );
    case 'hardBreak':
      return '<br>';
    case 'mention':
      return escaped(`@${String(node.attrs?.['name'] ?? '')}`);
    case 'heading':
      return `<h3>${inner()}</h3>`;
    case 'taskItem':
      return `<li>${node.attrs?.['checked'] ? '☑' : '☐'} ${inner()}</li>`;
    default: {
      const tag = TAGS[node.type];
      return tag ? `<${tag}>${inner()}</${tag}>` : inner();
    }
  }
}

/** Every text in a note, attributes too: where a CPR number could stand. */
export function textsOfNote(node: NoteNode): string[] {
  // A uuid may look like a number by chance; what is stored as a mention's is nothing else.
  const attrs = Object.entries(node.attrs ?? {}).flatMap(([key, value]) =>
    node.type === 'mention' && key === 'id' && isMentionId(value) ? [] : [value],
  );
  const own = [node.text, ...attrs].filter((value): value is string => typeof value === 'string');
  const ofMarks = (node.marks ?? []).flatMap((mark) =>
    Object.values(mark.attrs ?? {}).filter((value): value is string => typeof value === 'string'),
  );
  return [...own, ...ofMarks, ...(node.content ?? []).flatMap(textsOfNote)];
}
