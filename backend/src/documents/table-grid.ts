import type { NoteNode } from '#domain/note-doc.ts';

/** A cell where it stands: counted from the table's corner. */
export interface Placed<Content> {
  x: number;
  y: number;
  wide: number;
  high: number;
  isHeader: boolean;
  content: Content;
}

export interface Grid<Content> {
  columns: number;
  rows: number;
  /** The first row is all headers, and is said again on each page. */
  hasHeader: boolean;
  cells: Placed<Content>[];
}

/** No page has room for more; what is beyond stands in the cell before it, so that no word is lost. */
export const MOST_COLUMNS = 24;

interface Cell {
  x: number;
  y: number;
  wide: number;
  high: number;
  isHeader: boolean;
  nodes: NoteNode[];
}

const span = (node: NoteNode, name: string): number => Math.max(1, Number(node.attrs?.[name] ?? 1));

/**
 * A note's table laid out so that each place is one cell's: spans are cut where they would run into another cell or out of the
 * table, and holes are filled with empty cells. Renderers refuse, or shift, what does not fit.
 * @param table a table of a shown note (libs/domain/src/note-shown.ts)
 * @param content what stands in a cell; for a hole it is given no nodes
 */
export function gridOf<Content>(table: NoteNode, content: (nodes: readonly NoteNode[]) => Content): Grid<Content> {
  const rows = (table.content ?? []).map((row) => row.content ?? []).filter((row) => row.length > 0);
  const hasHeader = rows.length > 0 && rows[0]!.every((cell) => cell.type === 'tableHeader');
  const taken = rows.map(() => new Set<number>());
  const cells: Cell[] = [];
  const put = (cell: Cell) => {
    for (let y = cell.y; y < cell.y + cell.high; y += 1)
      for (let x = cell.x; x < cell.x + cell.wide; x += 1) taken[y]!.add(x);
    cells.push(cell);
  };
  rows.forEach((row, y) => {
    let x = 0;
    for (const node of row) {
      while (taken[y]!.has(x)) x += 1;
      if (x >= MOST_COLUMNS) {
        cells.at(-1)!.nodes.push(...(node.content ?? []));
        continue;
      }
      let wide = 1;
      while (wide < span(node, 'colspan') && x + wide < MOST_COLUMNS && !taken[y]!.has(x + wide)) wide += 1;
      // A head that is said again on each page stands on its own row alone.
      const high = hasHeader && y === 0 ? 1 : Math.min(span(node, 'rowspan'), rows.length - y);
      put({ x, y, wide, high, isHeader: node.type === 'tableHeader', nodes: [...(node.content ?? [])] });
    }
  });
  const columns = Math.max(1, ...cells.map((cell) => cell.x + cell.wide));
  for (let y = 0; y < rows.length; y += 1)
    for (let x = 0; x < columns; x += 1)
      if (!taken[y]!.has(x)) put({ x, y, wide: 1, high: 1, isHeader: hasHeader && y === 0, nodes: [] });
  return {
    columns,
    rows: rows.length,
    hasHeader,
    cells: cells
      .sort((a, b) => a.y - b.y || a.x - b.x)
      .map(({ nodes, ...place }) => ({ ...place, content: content(nodes) })),
  };
}
