/** What is being looked for where the caret stands. */
export interface QuickQuery {
  trigger: '/' | '@';
  words: string;
  /** Signs before the caret, the trigger among them. */
  length: number;
}

// After the trigger, which begins a word: a word for the menu; a name of at most two words for a colleague.
const SLASH = /(?:^|[\s\uFFFC(])\/([\p{L}]{0,20})$/u;
const AT = /(?:^|[\s\uFFFC(])@([\p{L}.'-]{0,40}(?: [\p{L}.'-]{1,40})?)$/u;

/** Reads the text before the caret in its block; null where it asks for nothing: an address, a date, "og/eller". */
export function quickQuery(before: string): QuickQuery | null {
  for (const [trigger, shape] of [
    ['/', SLASH],
    ['@', AT],
  ] as const) {
    const words = shape.exec(before)?.[1];
    if (words !== undefined) return { trigger, words, length: words.length + 1 };
  }
  return null;
}

const plain = (text: string) => text.toLocaleLowerCase('da');

/** Those whose label, or a word of it, begins so. */
export function matching<T extends { label: string }>(options: readonly T[], words: string): T[] {
  const asked = plain(words);
  return options.filter(
    ({ label }) =>
      plain(label).startsWith(asked) ||
      plain(label)
        .split(/[\s-]+/)
        .some((word) => word.startsWith(asked)),
  );
}
