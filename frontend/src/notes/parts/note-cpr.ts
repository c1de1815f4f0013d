import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { findCpr, hasCpr } from '#domain/cpr.ts';

/** Where in a note something reads as a CPR number, as positions in the document; the words of a link whose address holds one too. */
export function cprPlaces(doc: Node): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  doc.descendants((node, position) => {
    if (node.isText && node.marks.some((mark) => hasCpr(String(mark.attrs['href'] ?? ''))))
      found.push({ from: position, to: position + node.nodeSize });
    if (!node.isTextblock) return true;
    // A number may change from bold to plain in the middle: the block is read as one text. What is no text is one sign, as in the
    // document, so that a place in the text is a place in the block.
    const text = node.textBetween(0, node.content.size, '\n', '\n');
    for (const { index, length } of findCpr(text))
      found.push({ from: position + 1 + index, to: position + 1 + index + length });
    return true;
  });
  return found;
}

/** Marks what reads as a CPR number as it is typed, so that it goes out again before anybody proposes the minutes. */
export const cprMarks = (className: string) =>
  Extension.create({
    name: 'cprMarks',
    addProseMirrorPlugins: () => [
      new Plugin({
        props: {
          decorations: ({ doc }) =>
            DecorationSet.create(
              doc,
              cprPlaces(doc).map(({ from, to }) => Decoration.inline(from, to, { class: className })),
            ),
        },
      }),
    ],
  });
