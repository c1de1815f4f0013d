/**
 * What has no sign of its own on paper: control characters, marks that turn the direction of what stands after them, halves of
 * characters, and characters that are none. Joiners stay; emoji are made with them.
 */
const UNPRINTABLE =
  /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u00ad\u200e\u200f\u061c\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;

/** A text as it can be printed on one line: what it says, in the order it was written, and nothing that is not seen. */
export function printable(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' ')
    .replaceAll(UNPRINTABLE, '');
}

/** A text of several lines as it can be printed: each line by itself. */
export const printableLines = (text: string): string[] => text.split(/\r\n|[\n\r\u2028\u2029]/).map(printable);
