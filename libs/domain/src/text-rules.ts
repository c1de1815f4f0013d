import { hasCpr } from './cpr.ts';

/** The longest text by what it is for, in characters. */
export const TEXT_LIMITS = { title: 200, line: 500, place: 120, paragraph: 2_000, note: 20_000, name: 120 } as const;

export type TextProblem = 'EMPTY' | 'TOO_LONG' | 'CONTROL_CHARACTER' | 'CPR';

export interface TextRule {
  max: number;
  required?: boolean;
}

// Controls other than tab and line ends, lone surrogates, and the marks that turn text around or hide it.
const CONTROL =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** True when there is nothing to see in a text: no-width spaces and soft hyphens are as blank as spaces. */
export const isBlank = (text: string): boolean => !/[^\s\p{Default_Ignorable_Code_Point}]/u.test(text);

/** What is wrong with a text, or null. The same rule holds at the field, at the door and in imports. */
export function problemIn(text: string, rule: TextRule): TextProblem | null {
  if (rule.required && isBlank(text)) return 'EMPTY';
  if (text.length > 2 * rule.max || [...text].length > rule.max) return 'TOO_LONG';
  if (CONTROL.test(text)) return 'CONTROL_CHARACTER';
  if (hasCpr(text)) return 'CPR';
  return null;
}
