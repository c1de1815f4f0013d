import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { NodeCompiler as Compiler } from '@myriaddreamin/typst-ts-node-compiler';
import { readFonts, type Fonts } from './fonts.ts';
import type { PrintedMinutes } from './printed.ts';

/** The two that a compiler of ours writes: for reading, and for keeping. It writes one of them at a time. */
export type PdfStandard = 'ua-1' | 'a-2a';

const { NodeCompiler } = createRequire(import.meta.url)(
  '@myriaddreamin/typst-ts-node-compiler',
) as typeof import('@myriaddreamin/typst-ts-node-compiler');

/** Where the template thinks it is: there is no such folder, and what it reads is handed to it. */
const NOWHERE = '/pejling-documents';
const TEMPLATE = readFileSync(new URL('./minutes.typ', import.meta.url), 'utf8');
/** Results of so many documents ago are forgotten. */
const KEPT = 5;

/** The compiler found fault with the document. What it says may hold people's words, and stays here. */
export class NotCompiled extends Error {}

/** Typst with our fonts and our template, kept for the next document. */
export class MinutesPdf {
  private readonly fonts: Fonts = readFonts();
  private readonly compiler: Compiler = NodeCompiler.create({
    fontArgs: [{ fontBlobs: this.fonts.files }],
    workspace: NOWHERE,
  });

  constructor() {
    this.compiler.addSource(`${NOWHERE}/minutes.typ`, TEMPLATE);
    const { text, headings } = this.fonts;
    this.compiler.mapShadow(`${NOWHERE}/fonts.json`, Buffer.from(JSON.stringify({ text, headings })));
  }

  /**
   * @returns the PDF's bytes
   * @throws NotCompiled when the compiler finds fault with it even with no sign but our own
   */
  make(minutes: PrintedMinutes, standard: PdfStandard): Buffer {
    try {
      return this.compile(minutes, standard, this.fonts.covered);
    } catch (error) {
      // A sign that no font has, however it came past us, refuses a whole document: then only what is surely there is printed.
      if (!/could not be displayed/.test(String((error as Error).message))) throw new NotCompiled('not compiled');
    }
    try {
      return this.compile(minutes, standard, this.fonts.coveredByOurs);
    } catch {
      throw new NotCompiled('not compiled');
    }
  }

  private compile(minutes: PrintedMinutes, standard: PdfStandard, covered: ReadonlySet<number>): Buffer {
    const json = JSON.stringify(minutes, (_key, value: unknown) =>
      typeof value === 'string' ? inSigns(value, covered) : value,
    );
    this.compiler.mapShadow(`${NOWHERE}/minutes.json`, Buffer.from(json));
    try {
      const { result, error } = taken(this.compiler.compile({ mainFilePath: `${NOWHERE}/minutes.typ` }));
      if (!result) throw new NotCompiled(JSON.stringify(error && this.compiler.fetchDiagnostics(error)));
      return this.compiler.pdf(result, { pdfStandard: standard });
    } finally {
      this.compiler.unmapShadow(`${NOWHERE}/minutes.json`);
      this.compiler.evictCache(KEPT);
    }
  }
}

const taken = (compiled: ReturnType<Compiler['compile']>) => ({
  result: compiled.result,
  error: compiled.takeError(),
});

/** Joiners and choosers of a sign's look: seen only by the signs beside them. */
const UNSEEN = /^[\u200b-\u200d\ufe00-\ufe0f\u{e0100}-\u{e01ef}]$/u;

/** A text in signs that our fonts have: any other stands as its code, as in "[U+65E5]", and nothing is lost without a trace. */
export function inSigns(text: string, covered: ReadonlySet<number>): string {
  let printed = '';
  for (const sign of text) {
    const point = sign.codePointAt(0)!;
    if (covered.has(point)) printed += sign;
    else if (!UNSEEN.test(sign)) printed += `[U+${point.toString(16).toUpperCase().padStart(4, '0')}]`;
  }
  return printed;
}
