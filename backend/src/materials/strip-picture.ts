import type { Duplex } from 'node:stream';
import { MOST_PIXELS, type FileSort } from '#domain/material.ts';
import { fileRefused } from './sniff.ts';
import { Spool } from './spool.ts';

/** A picture that takes longer than this to write anew is none that a school takes. */
const LONGEST_SECONDS = 30;

/**
 * The picture written anew: where and by whom it was taken is gone, the way up is in the pixels, the colours are as they were.
 * @returns a spool of its own
 * @throws Refusal FILE_REFUSED
 */
export async function stripPicture(file: Spool, sort: FileSort): Promise<Spool> {
  // Loaded when the first picture comes: the start does not wait for it.
  const { default: sharp } = await import('sharp');
  const options = {
    limitInputPixels: MOST_PIXELS,
    failOn: 'error',
    animated: sort === 'gif' || sort === 'webp',
  } as const;
  try {
    const { width = 0, height = 0 } = await fed(file, sharp({ ...options, limitInputPixels: false })).metadata();
    if (width * height > MOST_PIXELS) throw fileRefused('FILE_TOO_MANY_PIXELS');
    const picture = sharp(options).timeout({ seconds: LONGEST_SECONDS }).autoOrient().keepIccProfile();
    const written = {
      jpg: () => picture.jpeg({ quality: 90 }),
      png: () => picture.png(),
      webp: () => picture.webp({ quality: 90 }),
      gif: () => picture.gif(),
    }[sort as 'jpg' | 'png' | 'webp' | 'gif']();
    return await Spool.of(fed(file, written));
  } catch (error) {
    if (/pixel limit|too large|dimensions/i.test(String((error as Error).message)))
      throw fileRefused('FILE_TOO_MANY_PIXELS');
    if ((error as { extensions?: unknown }).extensions) throw error;
    throw fileRefused('FILE_BROKEN');
  }
}

/** The file's bytes, into what reads them; a disk that fails ends that too. */
function fed<Reader extends Duplex>(file: Spool, reader: Reader): Reader {
  const bytes = file.stream();
  bytes.once('error', (error) => reader.destroy(error));
  bytes.pipe(reader);
  return reader;
}
