import {
  AlignmentType,
  BorderStyle,
  ExternalHyperlink,
  HeadingLevel,
  LevelFormat,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  type ILevelsOptions,
  type IParagraphOptions,
  type ParagraphChild,
} from 'docx';
import type { Block, Part } from './printed.ts';

type Written = Paragraph | Table;

/** In twentieths of a point: how far a list or a quote stands in. */
const STEP = 400;
const DEEPEST = 8;
const BULLETS = 'bullets';

/** Writes a note's blocks for Word, and remembers which numbered lists it began: each needs a numbering of its own. */
export class DocxBlocks {
  private readonly starts = new Set<number>();
  private lists = 0;

  /** @param depth how many lists and quotes they stand in */
  write(blocks: readonly Block[], depth = 0): Written[] {
    return blocks.flatMap((block): Written[] => {
      switch (block.kind) {
        case 'heading':
          return [new Paragraph({ heading: HeadingLevel.HEADING_3, children: runs(block.parts), ...stood(depth) })];
        case 'words':
          return [new Paragraph({ children: runs(block.parts), ...stood(depth) })];
        case 'quote':
          return this.write(block.blocks, depth + 1);
        case 'list':
          return this.list(block, depth);
        case 'table':
          return [this.table(block), new Paragraph({})];
      }
    });
  }

  /** The numberings that what was written refers to. */
  get numberings(): { reference: string; levels: ILevelsOptions[] }[] {
    const levels = (of: (level: number) => Pick<ILevelsOptions, 'format' | 'text' | 'start'>) =>
      Array.from({ length: DEEPEST + 1 }, (_, level) => ({
        ...of(level),
        level,
        alignment: AlignmentType.LEFT,
        style: { paragraph: { indent: { left: STEP * (level + 1), hanging: STEP * 0.7 } } },
      }));
    return [
      { reference: BULLETS, levels: levels(() => ({ format: LevelFormat.BULLET, text: '•' })) },
      ...[...this.starts].map((start) => ({
        reference: `numbers-${start}`,
        levels: levels((level) => ({ format: LevelFormat.DECIMAL, text: `%${level + 1}.`, start })),
      })),
    ];
  }

  private list({ sort, start, items }: Extract<Block, { kind: 'list' }>, depth: number): Written[] {
    const level = Math.min(depth, DEEPEST);
    this.lists += 1;
    const instance = this.lists;
    if (sort === 'numbers') this.starts.add(start);
    return items.flatMap(({ isDone, blocks }): Written[] => {
      const [first, ...rest] = blocks;
      const hasWords = first?.kind === 'words' || first?.kind === 'heading';
      const sign = sort === 'checks' ? [new TextRun({ text: isDone ? '☑ ' : '☐ ', font: 'Segoe UI Symbol' })] : [];
      const place: IParagraphOptions =
        sort === 'checks'
          ? { indent: { left: STEP * (level + 1), hanging: STEP * 0.7 } }
          : { numbering: { reference: sort === 'numbers' ? `numbers-${start}` : BULLETS, level, instance } };
      return [
        new Paragraph({ ...place, children: [...sign, ...(hasWords ? runs(first.parts) : [])] }),
        ...this.write(hasWords ? rest : blocks, depth + 1),
      ];
    });
  }

  private table({ columns, rows, hasHeader, cells }: Extract<Block, { kind: 'table' }>): Table {
    return new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      columnWidths: Array<number>(columns).fill(Math.floor(9_000 / columns)),
      rows: Array.from(
        { length: rows },
        (_, y) =>
          new TableRow({
            tableHeader: hasHeader && y === 0,
            cantSplit: true,
            children: cells
              .filter((cell) => cell.y === y)
              .map((cell) => {
                const inside = this.write(cell.content);
                return new TableCell({
                  columnSpan: cell.wide,
                  rowSpan: cell.high,
                  margins: { left: 100, right: 100, top: 60, bottom: 60 },
                  ...(cell.isHeader ? { shading: { fill: 'EDEDED' } } : {}),
                  // Word opens no cell that does not end with a paragraph.
                  children: inside.at(-1) instanceof Paragraph ? inside : [...inside, new Paragraph({})],
                });
              }),
          }),
      ),
    });
  }
}

const stood = (depth: number): Pick<IParagraphOptions, 'indent'> =>
  depth > 0 ? { indent: { left: STEP * depth } } : {};

/** Words as Word takes them; a link is one that can be followed. */
export function runs(parts: readonly Part[]): ParagraphChild[] {
  return parts.map((part) => {
    if ('isBreak' in part) return new TextRun({ break: 1 });
    const { words: text, isBold: bold = false, isItalic: italics = false, href } = part;
    return href
      ? new ExternalHyperlink({ link: href, children: [new TextRun({ text, bold, italics, style: 'Hyperlink' })] })
      : new TextRun({ text, bold, italics });
  });
}

/** A line at the side, as what was agreed and added has. */
export const atSide: Pick<IParagraphOptions, 'border' | 'indent'> = {
  indent: { left: 160 },
  border: { left: { style: BorderStyle.SINGLE, size: 12, space: 6, color: '707070' } },
};
