import type { PdfStandard } from './minutes-pdf.ts';
import type { PrintedMinutes } from './printed.ts';

/** What a minutes document can be: PDF for reading, PDF for keeping, Word. */
export type Form = PdfStandard | 'docx';

/** What the server tells the process that makes documents. */
export interface Order {
  form: Form;
  minutes: PrintedMinutes;
}

/** What it answers: the bytes, or which kind of fault, without anybody's words. */
export type Made =
  | {
      bytes: Uint8Array;
      /** It has taken so much memory that a new one should make the next. */
      isFull?: true;
    }
  | { fault: string };
