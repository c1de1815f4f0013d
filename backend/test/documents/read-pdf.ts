import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A part of the document as a screen reader has it: its role, and what stands in it. */
export interface Tag {
  role: string;
  words: string;
  alt?: string;
  inside: Tag[];
}

export interface ReadPdf {
  pages: number;
  /** /Lang of the document. */
  language: string | null;
  title: string | null;
  isMarked: boolean;
  xmp: string;
  /** Everything that is printed, without what breaks long words. */
  words: string;
  /** How far to the right anything is printed, of the page's width. */
  rightmost: number;
  tags: Tag[];
}

/** Reads a PDF by another hand than the one that wrote it. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: bytes.slice(), useSystemFonts: false, verbosity: 0 });
  const document = await task.promise;
  const info = (await document.getMetadata()).info as { Language?: string; Title?: string };
  const tags: Tag[] = [];
  const words: string[] = [];
  let rightmost = 0;
  for (let n = 1; n <= document.numPages; n += 1) {
    const page = await document.getPage(n);
    const byId = new Map<string, string>();
    const open: (string | undefined)[] = [];
    const { width } = page.getViewport({ scale: 1 });
    const content = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
    for (const item of content.items as Run[]) {
      if (item.type === 'beginMarkedContentProps' || item.type === 'beginMarkedContent') open.push(item.id);
      else if (item.type === 'endMarkedContent') open.pop();
      else if (item.str !== undefined) {
        const said = item.str.replaceAll('\u200b', '') + (item.hasEOL && item.str === '' ? ' ' : '');
        words.push(said);
        rightmost = Math.max(rightmost, (item.transform![4]! + item.width!) / width);
        const id = open.findLast((one) => one !== undefined);
        if (id) byId.set(id, (byId.get(id) ?? '') + said);
      }
    }
    const tree = await page.getStructTree();
    if (tree) tags.push(...(tree.children as Node[]).flatMap((child) => tagsOf(child, byId)));
  }
  const read = {
    pages: document.numPages,
    language: info.Language ?? null,
    title: info.Title ?? null,
    // A Map, whatever its types say.
    isMarked: ((await document.getMarkInfo()) as Map<string, boolean> | null)?.get('Marked') ?? false,
    xmp: xmpOf(bytes),
    words: words.join(''),
    rightmost,
    tags,
  };
  await task.destroy();
  return read;
}

/** What is printed, and where its tags begin and end. */
interface Run {
  str?: string;
  hasEOL?: boolean;
  type?: string;
  id?: string;
  transform?: number[];
  width?: number;
}

interface Node {
  role?: string;
  alt?: string;
  type?: string;
  id?: string;
  children?: Node[];
}

function tagsOf(node: Node, byId: ReadonlyMap<string, string>): Tag[] {
  if (!node.role) return [];
  const children = node.children ?? [];
  const inside = children.flatMap((child) => tagsOf(child, byId));
  const own = (one: Node): string =>
    one.role ? (one.children ?? []).map(own).join('') : one.id ? (byId.get(one.id) ?? '') : '';
  const words = children.map(own).join('');
  return [{ role: node.role, words, ...(node.alt ? { alt: node.alt } : {}), inside }];
}

/** The metadata stream, which is stored as it is so that anything can find it. */
function xmpOf(bytes: Uint8Array): string {
  const all = Buffer.from(bytes).toString('utf8');
  return all.slice(all.indexOf('<?xpacket begin'), all.indexOf('<?xpacket end'));
}

/** Every tag of a role, wherever it stands. */
export const tagged = (tags: readonly Tag[], role: string): Tag[] =>
  tags.flatMap((tag) => [...(tag.role === role ? [tag] : []), ...tagged(tag.inside, role)]);

export const wordsOf = (tags: readonly Tag[], role: string): string[] =>
  tagged(tags, role).map((tag) => tag.words.trim());
