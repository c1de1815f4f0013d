import type { ReactNode } from 'react';
import { GridList, GridListItem, useDragAndDrop } from 'react-aria-components';
import { cx } from './cx.ts';
import css from './BoardColumn.module.css';

export interface BoardColumnProps<T extends { id: string }> {
  label: string;
  items: readonly T[];
  /** The card in words, for screen readers and the drag's announcements. */
  textOf: (item: T) => string;
  /** The ids of the board's cards that may be put here. */
  accepts: readonly string[];
  onPut: (id: string) => void;
  /** A card's content; put a DragHandle in it. */
  children: (item: T) => ReactNode;
  empty?: ReactNode;
  /** Values besides `items` that cards are drawn from; a change redraws them. */
  dependencies?: readonly unknown[];
  className?: string;
}

/** What a dragged card says it is: a type of its own for each, because what is dragged may be asked about only by its types. */
const typeOf = (id: string): string => `application/x-card-${id}`;

/** A board's column: cards are dragged to it by mouse, or by keyboard with Enter on the handle, Tab between columns, and Enter. */
export function BoardColumn<T extends { id: string }>({
  label,
  items,
  textOf,
  accepts,
  onPut,
  children,
  empty,
  dependencies = [],
  className,
}: BoardColumnProps<T>) {
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) =>
      items
        .filter((item) => keys.has(item.id))
        .map((item) => ({ 'text/plain': textOf(item), [typeOf(item.id)]: item.id })),
    getAllowedDropOperations: () => ['move'],
    acceptedDragTypes: 'all',
    getDropOperation: (target, types) =>
      target.type === 'root' && accepts.some((id) => types.has(typeOf(id))) ? 'move' : 'cancel',
    onRootDrop: ({ items: dropped }) => {
      const id = accepts.find((one) => dropped.some((item) => item.kind === 'text' && item.types.has(typeOf(one))));
      if (id !== undefined) onPut(id);
    },
  });
  return (
    <GridList
      aria-label={label}
      items={items}
      dependencies={[items, ...dependencies]}
      dragAndDropHooks={dragAndDropHooks}
      keyboardNavigationBehavior="tab"
      disallowTypeAhead
      selectionMode="none"
      className={cx(css.column, className)}
      renderEmptyState={() => empty}
    >
      {(item) => (
        <GridListItem id={item.id} textValue={textOf(item)} className={css.card!}>
          {children(item)}
        </GridListItem>
      )}
    </GridList>
  );
}
