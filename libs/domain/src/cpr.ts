/** A place in a text that reads as a Danish CPR number. */
export interface CprFinding {
  index: number;
  length: number;
  /** True when modulus 11 holds; since 2007 numbers are given out without it, so it never clears one. */
  certain: boolean;
}

// Six digits of a date, at most one separator between the pairs, and four more, with what people put between: nothing,
// spaces, hyphens and dashes of every kind, a full stop, a no-break space. Not inside a longer run of digits.
const GAP = String.raw`[ \u00a0\u2007\u202f]?`;
const PAIR = String.raw`[ .\u00a0\u202f/-]?`;
const DASH = String.raw`[\s\u00a0\u2007\u202f]{0,2}[-\u2010-\u2015\u2212\u00ad.]?[\s\u00a0\u2007\u202f]{0,2}`;
const SHAPE = new RegExp(
  String.raw`(?<![\d+]|\d[.,])(\d{2})${PAIR}(\d{2})${PAIR}(\d{2})(${DASH})(\d{2}${GAP}\d{2})(?![\d]|[.,]\d)`,
  'gu',
);

const WEIGHTS = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1];

/**
 * Finds CPR numbers in free text, in every format people write them.
 * Source: CPR-kontoret, "Personnummeret i CPR-systemet": ddmmyy and a serial number; 61–91 as day are the emergency numbers
 * (erstatnings-CPR) that hospitals give.
 */
export function findCpr(text: string): CprFinding[] {
  const findings: CprFinding[] = [];
  for (const match of text.normalize('NFKC').length === text.length
    ? text.normalize('NFKC').matchAll(SHAPE)
    : text.matchAll(SHAPE)) {
    const [whole, day, month, year, dash, serial] = match as unknown as [
      string,
      string,
      string,
      string,
      string,
      string,
    ];
    if (!isDate(Number(day), Number(month), Number(year))) continue;
    const digits = `${day}${month}${year}${serial.replace(/\D/g, '')}`;
    const certain = WEIGHTS.reduce((total, weight, n) => total + weight * Number(digits[n]), 0) % 11 === 0;
    // Ten digits in one run are as often an order number: without modulus 11 they must at least be written as one writes a CPR number.
    if (dash === '' && whole.length === 10 && !certain && Number(serial) === 0) continue;
    findings.push({ index: match.index, length: whole.length, certain });
  }
  return findings;
}

export const hasCpr = (text: string): boolean => findCpr(text).length > 0;

function isDate(day: number, month: number, year: number): boolean {
  const date = day > 60 ? day - 60 : day;
  if (month < 1 || month > 12 || date < 1) return false;
  const days = [31, year % 4 === 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]!;
  return date <= days;
}
