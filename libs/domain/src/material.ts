import { problemIn, TEXT_LIMITS, type TextProblem } from './text-rules.ts';

/** In bytes. */
export const LARGEST_FILE = 25 * 1024 * 1024;
/** Files and links that may be put on one meeting. */
export const MOST_MATERIAL = 20;
/** In pixels, all frames together: some ten metres of a phone's largest picture, and no more memory than a server has. */
export const MOST_PIXELS = 100_000_000;
const LONGEST_ADDRESS = 2_000;

/** What a file may be: whatever else it is, it is refused. The bytes say which; the name must agree. */
export const FILE_SORTS = {
  jpg: { mime: 'image/jpeg', family: 'IMAGE', endings: ['jpg', 'jpeg'] },
  png: { mime: 'image/png', family: 'IMAGE', endings: ['png'] },
  webp: { mime: 'image/webp', family: 'IMAGE', endings: ['webp'] },
  gif: { mime: 'image/gif', family: 'IMAGE', endings: ['gif'] },
  pdf: { mime: 'application/pdf', family: 'PDF', endings: ['pdf'] },
  docx: {
    mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    family: 'OFFICE',
    endings: ['docx'],
  },
  xlsx: {
    mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    family: 'OFFICE',
    endings: ['xlsx'],
  },
  pptx: {
    mime: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    family: 'OFFICE',
    endings: ['pptx'],
  },
  odt: { mime: 'application/vnd.oasis.opendocument.text', family: 'OFFICE', endings: ['odt'] },
  ods: { mime: 'application/vnd.oasis.opendocument.spreadsheet', family: 'OFFICE', endings: ['ods'] },
  odp: { mime: 'application/vnd.oasis.opendocument.presentation', family: 'OFFICE', endings: ['odp'] },
  txt: { mime: 'text/plain', family: 'TEXT', endings: ['txt'] },
  csv: { mime: 'text/csv', family: 'TEXT', endings: ['csv'] },
} as const satisfies Record<string, { mime: string; family: string; endings: readonly string[] }>;

export type FileSort = keyof typeof FILE_SORTS;

/** Why a file is not taken; the client has the words. */
export type FileProblem =
  | 'FILE_EMPTY'
  | 'FILE_TOO_LARGE'
  /** It is none of the sorts that are taken. */
  | 'FILE_SORT'
  /** A picture as phones keep it (HEIC), which the server cannot read. */
  | 'FILE_HEIC'
  /** An office file that brings a program. */
  | 'FILE_MACROS'
  /** It is one sort by its bytes and another by its name. */
  | 'FILE_NAME_DISAGREES'
  | 'FILE_BROKEN'
  /** Behind a password nobody can look into it. */
  | 'FILE_LOCKED'
  | 'FILE_TOO_MANY_PIXELS'
  | 'FILE_INFECTED';

/** What follows the last full stop, in small letters; empty when nothing does. */
export const endingOf = (name: string): string => /[^.]\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';

/** The sort that a name claims to be. */
export const sortNamed = (name: string): FileSort | undefined =>
  (Object.keys(FILE_SORTS) as FileSort[]).find((sort) =>
    (FILE_SORTS[sort].endings as readonly string[]).includes(endingOf(name)),
  );

/**
 * A file's name as it is kept: no folders, no signs that a computer's disk refuses, its ending kept when it is too long.
 * @returns the name, or what is wrong with it
 */
export function fileName(given: string): { name: string } | { problem: TextProblem } {
  const bare = given
    .normalize('NFC')
    .replace(/^.*[/\\]/s, '')
    .replace(/[<>:"|?*\t\r\n]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  const ending = endingOf(bare);
  const letters = [...bare];
  const max = TEXT_LIMITS.name;
  const name =
    letters.length <= max || ending === '' || ending.length > 8
      ? bare
      : `${letters.slice(0, max - ending.length - 2).join('')}….${ending}`;
  const problem = problemIn(name, { max, required: true });
  return problem ? { problem } : { name };
}

/**
 * Does the name agree with what the bytes say? A picture under another picture's ending gets its own; anything else that
 * disagrees is refused, for one of the two deceives.
 * @returns the name it is kept by
 */
export function nameFor(name: string, sort: FileSort): { name: string } | { problem: 'FILE_NAME_DISAGREES' } {
  const { endings, family } = FILE_SORTS[sort];
  if ((endings as readonly string[]).includes(endingOf(name))) return { name };
  const claimed = sortNamed(name);
  if (family !== 'IMAGE' || claimed === undefined || FILE_SORTS[claimed].family !== 'IMAGE')
    return { problem: 'FILE_NAME_DISAGREES' };
  return { name: `${name.slice(0, -endingOf(name).length)}${endings[0]}` };
}

/**
 * What is wrong with a link's address: only https, to a host with a name, without anybody's password in it.
 * @returns null when it may be followed
 */
export function addressProblem(address: string): TextProblem | 'NOT_HTTPS' | null {
  const problem = problemIn(address, { max: LONGEST_ADDRESS, required: true });
  if (problem) return problem;
  if (!/^https:\/\/[^\s]+$/i.test(address) || !URL.canParse(address)) return 'NOT_HTTPS';
  const { protocol, username, password, hostname } = new URL(address);
  const isNamed = /[^.]\.[^.]/.test(hostname) && !/^[\d.]+$/.test(hostname) && !hostname.startsWith('[');
  if (protocol !== 'https:' || username !== '' || password !== '' || !isNamed) return 'NOT_HTTPS';
  return null;
}

/** Where a link leads, as it is read: `emu.dk`. Empty for what is no address. */
export const hostOf = (address: string): string =>
  URL.canParse(address) ? new URL(address).hostname.replace(/^www\./, '') : '';

/** An item as material follows it. */
export interface FollowedItem {
  /** As the agenda item's lifecycle names it. */
  state: string;
  /** The meeting's. */
  meetingState: string;
}

/**
 * Does an item's material come along to the next meeting that its thread is on? For as long as no meeting has dealt with the
 * item: it was carried or parked, or the meeting was called off.
 * @param since the thread's items from the meeting that the material was put on up to, not with, the one that is looked at
 */
export const comesAlong = (since: readonly FollowedItem[]): boolean =>
  since.every(({ state, meetingState }) => meetingState === 'CANCELLED' || state === 'CARRIED' || state === 'PARKED');
