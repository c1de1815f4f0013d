/** A place in a text that reads as a Danish CPR number. */
export interface CprFinding {
  index: number;
  length: number;
  /** True when modulus 11 holds; since 2007 numbers are given out without it, so it never clears one. */
  certain: boolean;
}

// Six digits of a date, at most one sign between the pairs, and four more, with what people put between: nothing, spaces of
// every kind, hyphens and dashes, a full stop, a slash, and what nobody sees. Never over a line's end: a date may stand above
// a postal code. Not inside a longer run of digits.
const UNSEEN = String.raw`\u00ad\u200b-\u200d\u2060`;
const SPACE = String.raw`\t \u00a0\u2000-\u200a\u202f${UNSEEN}`;
const DASHES = String.raw`\u2010-\u2015\u2212-`;
const GAP = `[${SPACE}]?`;
const PAIR = `[${SPACE}./${DASHES}]?`;
const DASH = `[${SPACE}]{0,2}[._/${DASHES}]?[${SPACE}]{0,2}`;
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
  for (const match of plainDigits(text).matchAll(SHAPE)) {
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
    // No serial number is 0000: ten digits in one run that end so are an order number or an account.
    if (dash === '' && whole.length === 10 && !certain && Number(serial) === 0) continue;
    findings.push({ index: match.index, length: whole.length, certain });
  }
  return findings;
}

/** The same text with digits of every width as 0–9, sign for sign, so that a place in it is a place in the text. */
const plainDigits = (text: string): string =>
  text.replace(/[^\x00-\x7f]/g, (sign) => {
    const plain = sign.normalize('NFKC');
    return /^\d$/.test(plain) ? plain : sign;
  });

export const hasCpr = (text: string): boolean => findCpr(text).length > 0;

function isDate(day: number, month: number, year: number): boolean {
  const date = day > 60 ? day - 60 : day;
  if (month < 1 || month > 12 || date < 1) return false;
  const days = [31, year % 4 === 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]!;
  return date <= days;
}
