import { isSafeAddress, noteOfText, type NoteNode } from '#domain/note-doc.ts';
import { shownNote } from '#domain/note-shown.ts';
import { printable } from '#domain/printable.ts';
import type { Block, Item, Part, Words } from './printed.ts';
import { gridOf } from './table-grid.ts';

/**
 * A note as it is printed.
 * @param doc the note as a tree; null where only its text is kept
 */
export function noteBlocks(doc: NoteNode | null | undefined, text: string): Block[] {
  if (text === '') return [];
  const shown = shownNote(doc?.type === 'doc' ? doc : noteOfText(text));
  return blocksOf(shown.content ?? []);
}

const blocksOf = (nodes: readonly NoteNode[]): Block[] => nodes.flatMap(blockOf);

function blockOf(node: NoteNode): Block[] {
  const children = node.content ?? [];
  switch (node.type) {
    case 'bulletList':
      return list('bullets', node);
    case 'orderedList':
      return list('numbers', node);
    case 'taskList':
      return list('checks', node);
    case 'blockquote':
      return children.length > 0 ? [{ kind: 'quote', blocks: blocksOf(children) }] : [];
    case 'table': {
      const grid = gridOf(node, blocksOf);
      return grid.rows > 0 ? [{ kind: 'table', ...grid }] : [];
    }
    case 'heading':
    case 'paragraph': {
      const parts = children.map(partOf);
      // A heading of nothing would stand in the document's outline.
      return parts.some((part) => 'isBreak' in part || part.words.trim() !== '')
        ? [{ kind: node.type === 'heading' && hasWords(parts) ? 'heading' : 'words', parts }]
        : [];
    }
    default:
      return blocksOf(children);
  }
}

const hasWords = (parts: readonly Part[]): boolean =>
  parts.some((part) => !('isBreak' in part) && part.words.trim() !== '');

function list(sort: 'bullets' | 'numbers' | 'checks', node: NoteNode): Block[] {
  const items = (node.content ?? []).map((item): Item => ({
    ...(sort === 'checks' ? { isDone: item.attrs?.['checked'] === true } : {}),
    blocks: blocksOf(item.content ?? []),
  }));
  return items.length > 0 ? [{ kind: 'list', sort, start: Number(node.attrs?.['start'] ?? 1), items }] : [];
}

function partOf(node: NoteNode): Part {
  if (node.type === 'hardBreak') return { isBreak: true };
  if (node.type === 'mention') return { words: printable(`@${String(node.attrs?.['name'] ?? '')}`), isBold: true };
  const part: Words = { words: printable(node.text ?? '') };
  for (const mark of node.marks ?? []) {
    const href = mark.attrs?.['href'];
    if (mark.type === 'bold') part.isBold = true;
    else if (mark.type === 'italic') part.isItalic = true;
    else if (isSafeAddress(href) && printable(href) === href) part.href = href;
  }
  return part;
}
