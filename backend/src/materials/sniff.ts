import { FILE_SORTS, sortNamed, type FileProblem, type FileSort } from '#domain/material.ts';
import { Refusal } from '../platform/errors.ts';
import type { Spool } from './spool.ts';
import { ZipBroken, zipEntries, zipText, type ZipEntry } from './zip-entries.ts';

/** What file-type needs at the most to know a file by its beginning. */
const HEAD = 8_192;
/** Where a PDF's last line stands, with what some printers write after it. */
const PDF_TAIL = 65_536;
/** Unpacked, in bytes: what whoever opens it must find room for. */
const LARGEST_UNPACKED = 500_000_000;

export const fileRefused = (problem: FileProblem): Refusal => new Refusal('FILE_REFUSED', { problem });

/**
 * Which sort a file is, by its bytes; its name only says which of the two kinds of text.
 * @throws Refusal FILE_REFUSED with what is wrong with it
 */
export async function sniff(file: Spool, name: string): Promise<FileSort> {
  if (file.size === 0) throw fileRefused('FILE_EMPTY');
  const head = await file.read(0, HEAD);
  if (head.subarray(0, 4).equals(Buffer.from('PK\x03\x04', 'latin1'))) return officeSort(file);
  const { fileTypeFromBuffer } = await import('file-type');
  const found = await fileTypeFromBuffer(head);
  const claimed = sortNamed(name);
  if (found?.ext === 'pdf') return wholePdf(file);
  if (found && isPicture(found.ext)) return found.ext;
  if (found?.ext === 'heic') throw fileRefused('FILE_HEIC');
  // An office file under a password is a container of another sort (MS-OFFCRYPTO).
  if (found?.ext === 'cfb' && claimed !== undefined && FILE_SORTS[claimed].family === 'OFFICE')
    throw fileRefused('FILE_LOCKED');
  if (claimed !== undefined && FILE_SORTS[claimed].family === 'TEXT' && (await isText(file))) return claimed;
  throw fileRefused(found === undefined && claimed !== undefined ? 'FILE_BROKEN' : 'FILE_SORT');
}

const isPicture = (ending: string): ending is FileSort =>
  ending in FILE_SORTS && FILE_SORTS[ending as FileSort].family === 'IMAGE';

async function wholePdf(file: Spool): Promise<FileSort> {
  const tail = await file.read(Math.max(0, file.size - PDF_TAIL), PDF_TAIL);
  if (!tail.includes('%%EOF')) throw fileRefused('FILE_BROKEN');
  return 'pdf';
}

/** UTF-8 throughout, and nothing in it but signs that are read. */
async function isText(file: Spool): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const piece of file.pieces())
      if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(decoder.decode(piece, { stream: true }))) return false;
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

/** The main part's type, as `[Content_Types].xml` names it (ECMA-376 part 2). Templates and what brings programs are not among them. */
const OPEN_XML: Record<string, FileSort> = {
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml': 'xlsx',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml': 'pptx',
};
/** Where the main part lies. */
const MAIN_PART: Partial<Record<FileSort, string>> = {
  docx: 'word/document.xml',
  xlsx: 'xl/workbook.xml',
  pptx: 'ppt/presentation.xml',
};
const PROGRAMS = /(^|\/)vbaproject\.bin$|^(basic|scripts)\/.|\.(exe|dll|com|scr|bat|cmd|ps1|vbs|js|jar|msi|lnk)$/i;

async function officeSort(file: Spool): Promise<FileSort> {
  try {
    const entries = await zipEntries(file);
    const unpacked = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
    if (unpacked > LARGEST_UNPACKED) throw fileRefused('FILE_BROKEN');
    const sort = (await openXml(file, entries)) ?? (await openDocument(file, entries));
    if (sort === undefined) throw fileRefused('FILE_SORT');
    if (entries.some(({ name }) => PROGRAMS.test(name))) throw fileRefused('FILE_MACROS');
    if (entries.some(({ isEncrypted }) => isEncrypted)) throw fileRefused('FILE_LOCKED');
    return sort;
  } catch (error) {
    throw error instanceof ZipBroken ? fileRefused('FILE_BROKEN') : error;
  }
}

async function openXml(file: Spool, entries: readonly ZipEntry[]): Promise<FileSort | undefined> {
  const contents = entries.find(({ name }) => name === '[Content_Types].xml');
  if (!contents) return undefined;
  const types = [...(await zipText(file, contents)).matchAll(/ContentType\s*=\s*["']([^"']+)["']/g)].map(([, type]) =>
    type!.toLowerCase(),
  );
  if (types.some((type) => type.includes('macroenabled') || type.includes('vbaproject')))
    throw fileRefused('FILE_MACROS');
  const sorts = new Set(types.flatMap((type) => OPEN_XML[type] ?? []));
  const [sort] = sorts;
  // A workbook inside a document is a file of its own and not among the types; two main parts are no document.
  if (sorts.size !== 1 || !entries.some(({ name }) => name === MAIN_PART[sort!])) return undefined;
  return sort;
}

/** The first entry, not packed, is the type (OpenDocument 1.3 part 2, 3.3). */
async function openDocument(file: Spool, entries: readonly ZipEntry[]): Promise<FileSort | undefined> {
  const first = entries.find(({ name }) => name === 'mimetype');
  if (!first || first.method !== 0 || !entries.some(({ name }) => name === 'content.xml')) return undefined;
  const mime = (await zipText(file, first)).trim();
  return (['odt', 'ods', 'odp'] as const).find((sort) => FILE_SORTS[sort].mime === mime);
}
