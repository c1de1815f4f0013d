import { isMentionName, isSafeAddress, type NoteNode } from './note-doc.ts';

/** Deeper than anybody writes; beneath it the words stand as a paragraph. */
const DEEPEST = 12;
const LARGEST_SPAN = 12;

/** What stands within a list or a table, and what a stray in it becomes. */
const PARTS = new Map<string, { parts: readonly string[]; stray: string }>([
  ['bulletList', { parts: ['listItem'], stray: 'listItem' }],
  ['orderedList', { parts: ['listItem'], stray: 'listItem' }],
  ['taskList', { parts: ['taskItem'], stray: 'taskItem' }],
  ['table', { parts: ['tableRow'], stray: 'tableRow' }],
  ['tableRow', { parts: ['tableHeader', 'tableCell'], stray: 'tableCell' }],
]);

const INLINE: ReadonlySet<string> = new Set(['text', 'hardBreak', 'mention']);

/**
 * A note as it may be shown and frozen in minutes: blocks, lists, tables and words in the order a page needs them, safe links,
 * and nothing else. Elements that no note has fall away and their words stay; no word is lost. Cleaning twice changes nothing.
 */
export function shownNote(doc: NoteNode): NoteNode {
  return { type: 'doc', content: blocksOf(childrenOf(doc), 0) };
}

const childrenOf = (node: NoteNode): readonly NoteNode[] => (Array.isArray(node.content) ? node.content : []);

const holding = (type: string, content: NoteNode[], attrs?: NoteNode['attrs']): NoteNode => ({
  type,
  ...(attrs && Object.keys(attrs).length > 0 ? { attrs } : {}),
  ...(content.length > 0 ? { content } : {}),
});

function blocksOf(nodes: readonly NoteNode[], depth: number): NoteNode[] {
  const blocks: NoteNode[] = [];
  let loose: NoteNode[] | null = null;
  for (const node of nodes) {
    if (!INLINE.has(node.type)) {
      loose = null;
      blocks.push(...blockOf(node, depth));
      continue;
    }
    const words = wordsOf(node);
    if (loose) loose.push(...words);
    else if (words.length > 0) blocks.push({ type: 'paragraph', content: (loose = words) });
  }
  return blocks;
}

function blockOf(node: NoteNode, depth: number): NoteNode[] {
  const children = childrenOf(node);
  if (node.type === 'paragraph' || node.type === 'heading') return [holding(node.type, children.flatMap(wordsOf))];
  if (depth >= DEEPEST) return [holding('paragraph', wordsOf(node))];
  if (node.type === 'blockquote') return [holding('blockquote', blocksOf(children, depth + 1))];
  if (PARTS.has(node.type) && node.type !== 'tableRow')
    return [holding(node.type, partsOf(node, depth), attributesOf(node))];
  return blocksOf(children, depth + 1);
}

function partsOf(node: NoteNode, depth: number): NoteNode[] {
  const { parts, stray } = PARTS.get(node.type)!;
  return childrenOf(node).map((child) => {
    const known = parts.includes(child.type);
    const part = known ? child : { type: stray, content: [child] };
    return holding(
      part.type,
      PARTS.has(part.type) ? partsOf(part, depth + 1) : blocksOf(childrenOf(part), depth + 1),
      attributesOf(part),
    );
  });
}

/** Words and what stands among them; from an element, whatever words are in it. */
function wordsOf(node: NoteNode): NoteNode[] {
  switch (node.type) {
    case 'text': {
      if (typeof node.text !== 'string' || node.text === '') return [];
      const marks = (Array.isArray(node.marks) ? node.marks : []).flatMap((mark) => {
        if (mark.type === 'bold' || mark.type === 'italic') return [{ type: mark.type }];
        const href = mark.attrs?.['href'];
        return mark.type === 'link' && isSafeAddress(href) ? [{ type: 'link', attrs: { href } }] : [];
      });
      return [{ type: 'text', text: node.text, ...(marks.length > 0 ? { marks } : {}) }];
    }
    case 'hardBreak':
      return [{ type: 'hardBreak' }];
    case 'mention':
      // Who it was is the note's to know; what is frozen holds the name as it was then.
      return isMentionName(node.attrs?.['name']) ? [{ type: 'mention', attrs: { name: node.attrs['name'] } }] : [];
    default:
      return childrenOf(node).flatMap(wordsOf);
  }
}

function attributesOf({ type, attrs = {} }: NoteNode): NonNullable<NoteNode['attrs']> {
  const kept: NonNullable<NoteNode['attrs']> = {};
  const whole = (name: string, from: number, to: number) => {
    const value = attrs[name];
    if (typeof value === 'number' && Number.isInteger(value) && value >= from && value <= to) kept[name] = value;
  };
  if (type === 'orderedList') whole('start', 0, 9_999);
  if (type === 'taskItem') kept['checked'] = attrs['checked'] === true;
  if (type === 'tableHeader' || type === 'tableCell') {
    whole('colspan', 2, LARGEST_SPAN);
    whole('rowspan', 2, LARGEST_SPAN);
  }
  return kept;
}
