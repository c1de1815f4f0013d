import { mergeAttributes, Node } from '@tiptap/core';
import { isMention } from '#domain/note-doc.ts';

/** A colleague named in the text: their id and the name as it was when it was written. It moves and is deleted as one sign. */
export const mention = (className: string) =>
  Node.create({
    name: 'mention',
    group: 'inline',
    inline: true,
    atom: true,
    selectable: false,
    addAttributes: () => ({
      id: { default: null, rendered: false },
      name: { default: null, rendered: false },
    }),
    // From another note; whatever else says that it is one stays words.
    parseHTML: () => [
      {
        tag: 'span[data-mention]',
        getAttrs: (element) => {
          const attrs = { id: element.getAttribute('data-mention'), name: element.getAttribute('data-name') };
          return isMention(attrs) ? attrs : false;
        },
      },
    ],
    renderHTML: ({ node, HTMLAttributes }) => [
      'span',
      mergeAttributes(HTMLAttributes, {
        class: className,
        'data-mention': node.attrs['id'] as string,
        'data-name': node.attrs['name'] as string,
      }),
      `@${String(node.attrs['name'] ?? '')}`,
    ],
    renderText: ({ node }) => `@${String(node.attrs['name'] ?? '')}`,
  });
