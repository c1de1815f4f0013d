import {
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TextRun,
} from 'docx';
import { atSide, DocxBlocks } from './docx-blocks.ts';
import type { Addition, PrintedMinutes } from './printed.ts';

const QUIET = '4D4D4D';
const DANISH = { value: 'da-DK' };
const line = { style: BorderStyle.SINGLE, size: 8, space: 6, color: '000000' };

const quiet = (text: string, beside: object = {}): Paragraph =>
  new Paragraph({ ...beside, children: [new TextRun({ text, color: QUIET, size: 18 })] });
const labelled = (label: string, text: string, beside: object = {}): Paragraph =>
  new Paragraph({ ...beside, children: [new TextRun({ text: label, bold: true }), new TextRun(text)] });

/** The same minutes for Word: with its own headings, lists and tables, so that they can be worked on. */
export async function minutesDocx(minutes: PrintedMinutes): Promise<Buffer> {
  const blocks = new DocxBlocks();
  const children = [...head(minutes), ...body(minutes, blocks)];
  const small = (text: string) => new TextRun({ text, size: 17, color: QUIET });
  const document = new Document({
    title: minutes.documentTitle,
    creator: minutes.team,
    lastModifiedBy: minutes.team,
    styles: {
      default: {
        document: {
          run: { font: 'Calibri', size: 22, language: DANISH },
          paragraph: { spacing: { after: 100, line: 276 } },
        },
        heading1: { run: { size: 36, bold: true }, paragraph: { spacing: { before: 120, after: 120 } } },
        heading2: { run: { size: 27, bold: true }, paragraph: { spacing: { before: 320, after: 80 } } },
        heading3: { run: { size: 22, bold: true }, paragraph: { spacing: { before: 160, after: 60 } } },
      },
    },
    numbering: { config: blocks.numberings },
    sections: [
      {
        headers: {
          default: new Header({
            children: minutes.draft ? [new Paragraph({ children: [small(minutes.draft.word)] })] : [],
          }),
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                children: [
                  small(`${minutes.team}   ${minutes.words.page} `),
                  new TextRun({ children: [PageNumber.CURRENT], size: 17, color: QUIET }),
                  small(` ${minutes.words.of} `),
                  new TextRun({ children: [PageNumber.TOTAL_PAGES], size: 17, color: QUIET }),
                ],
              }),
            ],
          }),
        },
        children,
      },
    ],
  });
  return Packer.toBuffer(document);
}

function head({ kicker, heading, purpose, draft, facts, approval }: PrintedMinutes): Paragraph[] {
  return [
    quiet(kicker),
    new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(heading)] }),
    ...(purpose ? [new Paragraph({ children: [new TextRun({ text: purpose, size: 25 })] })] : []),
    ...(draft ? [labelled(`${draft.word}. `, draft.words, { border: { top: line, bottom: line } })] : []),
    ...facts.map(({ term, words }) => labelled(`${term}: `, words)),
    ...(approval
      ? [
          labelled(`${approval.heading} `, approval.words, { border: { top: line } }),
          ...(approval.fingerprint ? [quiet(approval.fingerprint, { border: { bottom: line } })] : []),
        ]
      : []),
  ];
}

function body(minutes: PrintedMinutes, blocks: DocxBlocks): (Paragraph | Table)[] {
  const h2 = (text: string) => new Paragraph({ heading: HeadingLevel.HEADING_2, children: [new TextRun(text)] });
  const added = (each: readonly Addition[]) =>
    each.flatMap(({ words, by }) => [
      labelled(minutes.words.addition, '', atSide),
      ...words.map((text) => new Paragraph({ ...atSide, children: [new TextRun(text)] })),
      ...(by ? [quiet(by, atSide)] : []),
    ]);
  return [
    ...minutes.items.flatMap((item) => {
      const beside = [item.time, item.markers].filter((words) => words !== '').join(' · ');
      return [
        h2(item.title),
        ...(beside ? [quiet(beside)] : []),
        ...blocks.write(item.note),
        ...(item.outcome ? [quiet(item.outcome)] : []),
        ...item.agreed.flatMap(({ label, words, lines }) => [
          labelled(`${label}: `, words, atSide),
          ...lines.map((text) => quiet(text, atSide)),
        ]),
        ...added(item.additions),
      ];
    }),
    ...(minutes.note ? [h2(minutes.note.heading), ...blocks.write(minutes.note.blocks)] : []),
    ...(minutes.additions ? [h2(minutes.additions.heading), ...added(minutes.additions.each)] : []),
  ];
}
