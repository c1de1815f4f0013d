import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noteText, type NoteNode } from '#domain/note-doc.ts';
import { gridOf, MOST_COLUMNS } from '../../src/documents/table-grid.ts';

const cell = fc.record({
  type: fc.constantFrom('tableHeader', 'tableCell'),
  attrs: fc.record({ colspan: fc.integer({ min: 1, max: 12 }), rowspan: fc.integer({ min: 1, max: 12 }) }),
});
const row = fc.array(cell, { maxLength: 14 });

/** A table in which each cell says its own number. */
const table = fc.array(row, { maxLength: 12 }).map((rows): NoteNode => {
  let n = 0;
  return {
    type: 'table',
    content: rows.map((cells) => ({
      type: 'tableRow',
      content: cells.map((one) => ({
        ...one,
        content: [{ type: 'paragraph', content: [{ type: 'text', text: `[${(n += 1)}]` }] }],
      })),
    })),
  };
});

const words = (nodes: readonly NoteNode[]) => noteText({ type: 'doc', content: [...nodes] });

describe('a table laid out', () => {
  it('has one cell at each place and no cell outside, whatever its spans', () => {
    fc.assert(
      fc.property(table, (node) => {
        const { columns, rows, cells } = gridOf(node, words);
        const places = cells.flatMap(({ x, y, wide, high }) =>
          Array.from({ length: wide * high }, (_, n) => `${x + (n % wide)},${y + Math.floor(n / wide)}`),
        );
        expect(places).toHaveLength(columns * rows);
        expect(new Set(places).size).toBe(places.length);
        expect(columns).toBeLessThanOrEqual(MOST_COLUMNS);
        for (const { x, y, wide, high } of cells) {
          expect(x + wide).toBeLessThanOrEqual(columns);
          expect(y + high).toBeLessThanOrEqual(rows);
        }
      }),
    );
  });

  it('loses no cell’s words', () => {
    fc.assert(
      fc.property(table, (node) => {
        const said = gridOf(node, words)
          .cells.map((one) => one.content)
          .join(' ');
        const all = (node.content ?? []).flatMap((one) => one.content ?? []).length;
        for (let n = 1; n <= all; n += 1) expect(said).toContain(`[${n}]`);
      }),
    );
  });

  it('keeps a head of headers on its own row', () => {
    fc.assert(
      fc.property(table, (node) => {
        const { hasHeader, cells } = gridOf(node, words);
        if (hasHeader)
          for (const one of cells.filter(({ y }) => y === 0)) expect(one).toMatchObject({ high: 1, isHeader: true });
      }),
    );
  });
});
