import { GripVertical } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, DropIndicator, GridList, GridListItem, useDragAndDrop } from 'react-aria-components';
import { cx } from './cx.ts';
import css from './ReorderList.module.css';

export interface ReorderListProps<T extends { id: string }> {
  label: string;
  /** In the order they stand. */
  items: readonly T[];
  /** The row in words, for screen readers and the drag's announcements. */
  textOf: (item: T) => string;
  /** The row was moved: `toIndex` counts in the list without it. */
  onMove: (id: string, toIndex: number) => void;
  /** A row's content; put a DragHandle in it. */
  children: (item: T) => ReactNode;
  rowClass?: (item: T) => string | undefined;
  isDisabled?: boolean;
  empty?: ReactNode;
  /** Values besides `items` that rows are drawn from; a change redraws them. */
  dependencies?: readonly unknown[];
  className?: string;
}

/** A list whose rows are moved by dragging, or by keyboard: Enter on the handle, arrows, Enter. */
export function ReorderList<T extends { id: string }>({
  label,
  items,
  textOf,
  onMove,
  children,
  rowClass,
  isDisabled,
  empty,
  dependencies = [],
  className,
}: ReorderListProps<T>) {
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) =>
      [...keys].map((key) => ({ 'text/plain': textOf(items.find((item) => item.id === key) ?? items[0]!) })),
    onReorder: ({ keys, target }) => {
      const [moved] = keys;
      if (moved === undefined || moved === target.key) return;
      const others = items.filter((item) => item.id !== moved);
      const beside = others.findIndex((item) => item.id === target.key);
      onMove(String(moved), target.dropPosition === 'after' ? beside + 1 : beside);
    },
    renderDropIndicator: (target) => <DropIndicator target={target} className={css.drop!} />,
    isDisabled: isDisabled ?? false,
  });
  return (
    <GridList
      aria-label={label}
      items={items}
      dependencies={[items, isDisabled, ...dependencies]}
      dragAndDropHooks={dragAndDropHooks}
      keyboardNavigationBehavior="tab"
      disallowTypeAhead
      selectionMode="none"
      className={cx(css.list, className)}
      renderEmptyState={() => empty}
    >
      {(item) => (
        <GridListItem id={item.id} textValue={textOf(item)} className={cx(css.row, rowClass?.(item))}>
          {children(item)}
        </GridListItem>
      )}
    </GridList>
  );
}

/** The handle of a ReorderList's row. */
export function DragHandle({ label }: { label: string }) {
  return (
    <Button slot="drag" aria-label={label} className={css.handle!}>
      <GripVertical aria-hidden />
    </Button>
  );
}
