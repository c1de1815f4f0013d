import type { CSSProperties, ReactNode } from 'react';
import { cx } from './cx.ts';
import css from './DepthTable.module.css';

export type DepthStep = 0 | 1 | 2 | 3 | 4;

/** A number and its depth, or `hidden` where too few stand behind it for it to be shown. */
export type DepthCell = { value: number | string; step: DepthStep; label?: string } | 'hidden';

export interface DepthTableProps {
  /** What the table shows, in one sentence; read aloud, and drawn with `showCaption`. */
  caption: string;
  showCaption?: boolean;
  /** The corner's header: what the rows are. */
  corner: string;
  columns: readonly { id: string; head: ReactNode }[];
  /** In the order they are to stand: alphabetical. The table can't be sorted, since that would rank. */
  rows: readonly { id: string; head: ReactNode; cells: readonly DepthCell[]; aside?: ReactNode }[];
  /** The words in a hidden cell: "for få". */
  hiddenWords: string;
  /** The head of a column at the end, when rows carry an `aside`. */
  asideHead?: ReactNode;
  className?: string;
}

/** A heat map as a real table: depth like a sea chart's, and the number in every cell. */
export function DepthTable({
  caption,
  showCaption,
  corner,
  columns,
  rows,
  hiddenWords,
  asideHead,
  className,
}: DepthTableProps) {
  const withAside = asideHead !== undefined || rows.some((row) => row.aside !== undefined);
  return (
    // A table may be wider than a phone; it scrolls by itself, and by keyboard.
    <div className={cx(css.scroll, className)} role="group" aria-label={caption} tabIndex={0}>
      <table className={css.table} style={{ '--columns': columns.length } as CSSProperties}>
        <caption className={showCaption ? css.caption : css.hiddenCaption}>
          <span>{caption}</span>
        </caption>
        <thead>
          <tr>
            <th scope="col" className={css.corner}>
              <span>{corner}</span>
            </th>
            {columns.map((column) => (
              <th key={column.id} scope="col" className={css.columnHead}>
                {column.head}
              </th>
            ))}
            {withAside && (
              <th scope="col" className={css.asideHead}>
                {asideHead}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row" className={css.rowHead}>
                {row.head}
              </th>
              {row.cells.map((cell, index) =>
                cell === 'hidden' ? (
                  <td key={columns[index]?.id ?? index} className={cx(css.cell, css.hidden)}>
                    <span>{hiddenWords}</span>
                  </td>
                ) : (
                  <td key={columns[index]?.id ?? index} className={css.cell} data-step={cell.step}>
                    {cell.value}
                    {cell.label && <span className={css.more}> {cell.label}</span>}
                  </td>
                ),
              )}
              {withAside && <td className={css.aside}>{row.aside}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The scale's five steps with their numbers, and what depth means in words. */
export function DepthLegend({
  labels,
  words,
}: {
  labels: readonly [string, string, string, string, string];
  words: ReactNode;
}) {
  return (
    <p className={css.legend}>
      <span className={css.steps} aria-hidden="true">
        {labels.map((label, step) => (
          <span key={label} className={css.swatch} data-step={step}>
            {label}
          </span>
        ))}
      </span>
      <span>{words}</span>
    </p>
  );
}
