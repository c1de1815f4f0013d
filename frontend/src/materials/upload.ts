import { PERSON_HEADER } from '#live-protocol/page.ts';
import type { LiveChange } from '#live-protocol/change.ts';

export interface UploadPlace {
  meetingId: string;
  itemId: string | null;
}

/** What a file that was taken is answered with. */
export interface Uploaded {
  id: string;
  /** As it is kept: a picture under a wrong ending gets its own. */
  name: string;
  changes: LiveChange[];
}

/** Why a file was not taken, in the shape that `refusalOf` reads. */
export class UploadRefused extends Error {
  constructor(readonly errors: { extensions: Record<string, unknown> }[]) {
    super('refused');
  }
}

export interface Sending {
  /** Rejects with UploadRefused, or a TypeError when the server could not be reached. */
  done: Promise<Uploaded>;
  cancel(): void;
}

/**
 * Sends a file. Not by `fetch`, which cannot tell how far it has come.
 * @param onProgress told the part that has gone out, 0 to 1
 */
export function sendFile(
  file: File,
  { meetingId, itemId }: UploadPlace,
  person: string,
  onProgress: (part: number) => void,
): Sending {
  const request = new XMLHttpRequest();
  const done = new Promise<Uploaded>((resolve, reject) => {
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0));
    request.addEventListener('load', () => {
      const answer = answerIn(request.responseText);
      if (request.status === 200 && answer && 'id' in answer) resolve(answer as unknown as Uploaded);
      else if (answer && 'errors' in answer) reject(new UploadRefused(answer['errors'] as UploadRefused['errors']));
      // A proxy in between answers in words of its own; 413 is the one that says something of the file.
      else if (request.status === 413)
        reject(new UploadRefused([{ extensions: { code: 'FILE_REFUSED', problem: 'FILE_TOO_LARGE' } }]));
      else reject(new TypeError('no answer'));
    });
    for (const event of ['error', 'timeout', 'abort'])
      request.addEventListener(event, () => reject(new TypeError(event)));
  });
  const form = new FormData();
  form.append('fil', file, file.name);
  request.open('POST', `/filer/moede/${meetingId}${itemId === null ? '' : `?punkt=${itemId}`}`);
  request.setRequestHeader(PERSON_HEADER, person);
  request.send(form);
  return { done, cancel: () => request.abort() };
}

function answerIn(text: string): Record<string, unknown> | null {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return null;
  }
}
