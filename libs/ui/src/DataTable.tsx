import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import css from './DataTable.module.css';

export interface DataColumn {
  id: string;
  head: string;
  /** `end` for figures. */
  align?: 'start' | 'end';
  /** The head is read aloud only: a column of buttons. */
  hideHead?: boolean;
}

export interface DataTableProps {
  caption: string;
  showCaption?: boolean;
  columns: readonly DataColumn[];
  /** The column whose cell names the row; the first when left out. */
  rowHead?: string;
  rows: readonly { id: string; cells: Readonly<Record<string, ReactNode>>; selected?: boolean }[];
  /** Shown in place of rows. */
  empty?: ReactNode;
  className?: string;
}

/** A quiet table with lines between rows. On a phone each row becomes a small block, its heads beside its values. */
export function DataTable({ caption, showCaption, columns, rowHead, rows, empty, className }: DataTableProps) {
  const head = rowHead ?? columns[0]?.id;
  return (
    // The roles are repeated because `display: block` on a phone would otherwise take them away.
    <div className={cx(css.wrap, className)}>
      <table role="table" className={css.table}>
        <caption className={showCaption ? css.caption : css.hiddenCaption}>{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <th key={column.id} role="columnheader" scope="col" data-align={column.align}>
                {column.hideHead ? <span className={css.hiddenCaption}>{column.head}</span> : column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={row.id} role="row" data-selected={row.selected || undefined}>
              {columns.map((column) =>
                column.id === head ? (
                  <th key={column.id} role="rowheader" scope="row" data-align={column.align}>
                    {row.cells[column.id]}
                  </th>
                ) : (
                  <td
                    key={column.id}
                    role="cell"
                    data-align={column.align}
                    data-head={column.hideHead ? undefined : column.head}
                  >
                    {row.cells[column.id]}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 && empty && <div className={css.empty}>{empty}</div>}
    </div>
  );
}
