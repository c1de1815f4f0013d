/** A line of a mail: words, or a link into Pejling itself. */
export type MailLine = { words: string } | { words: string; href: string };

const OWN = /^\/(svar|moede)\//;

/**
 * A mail's text, line by line. A line that is an address of ours becomes a link that stays on this server; any other address stays
 * words, since whoever wrote a meeting's title may write one too.
 */
export function mailLines(text: string): MailLine[] {
  return text.split('\n').map((line) => {
    if (!/^https?:\/\/\S+$/.test(line) || !URL.canParse(line)) return { words: line };
    const { pathname, search, hash } = new URL(line);
    return OWN.test(pathname) && !search && !hash ? { words: line, href: pathname } : { words: line };
  });
}
