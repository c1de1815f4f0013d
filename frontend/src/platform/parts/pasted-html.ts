import { writeTable } from '#domain/pasted-table.ts';

const LINES = 'p,div,li,h1,h2,h3,h4,h5,h6,blockquote,pre,dt,dd';
/** What is never text, and the bullet that Word writes as text of its own. */
const NO_TEXT =
  'script,style,head,title,template,noscript,iframe,object,svg,[data-style*="mso-list:Ignore"],[data-style*="mso-list: Ignore"]';

/** A line's end that was meant, unlike those of the page's source. */
const LINE_END = '\u2028';

/**
 * HTML from the clipboard as it can be read: what it says of its looks and of what it would do stands as `data-style`,
 * `data-onclick`. The content security policy keeps both from taking effect, and would complain of each in the console.
 */
export const asData = (html: string): string =>
  html
    .replaceAll(/<style\b[^>]*>[^]*?(?:<\/style\s*>|$)/gi, '')
    .replaceAll(/<[a-z][^>]*>/gi, (tag) => tag.replaceAll(/(?<=[\s"'/])(style|on[a-z]+)(?=\s*=)/gi, 'data-$1'));

/**
 * A list or a table as Word, Docs and Excel put it on the clipboard, as lines of cells. The page is only read: nothing in it
 * runs or is fetched.
 * @returns null for a page without a list or a table: its plain text says the same
 */
export function textOfHtml(html: string): string | null {
  const page = new DOMParser().parseFromString(asData(html), 'text/html');
  if (!page.querySelector('table,li,[class*="MsoList"]')) return null;
  for (const one of page.querySelectorAll(NO_TEXT)) one.remove();
  for (const end of page.querySelectorAll('br')) end.replaceWith(LINE_END);
  const rows: string[][] = [];
  read(page.body, rows);
  return writeTable(rows.filter((cells) => cells.some((cell) => cell !== '')));
}

function read(parent: Element, rows: string[][]): void {
  let line = '';
  const end = () => {
    for (const one of line.split(LINE_END)) rows.push([tidy(one)]);
    line = '';
  };
  for (const node of parent.childNodes) {
    if (node instanceof Text) line += node.data;
    else if (!(node instanceof Element)) continue;
    else if (node.matches('table')) {
      end();
      for (const row of node.querySelectorAll('tr'))
        rows.push([...row.children].map((cell) => tidy(cell.textContent ?? '')));
    } else if (node.matches(LINES) || node.querySelector(`table,${LINES}`)) {
      end();
      read(node, rows);
    } else line += node.textContent ?? '';
  }
  end();
}

const tidy = (words: string): string => words.replaceAll(/\s+/g, ' ').trim();
