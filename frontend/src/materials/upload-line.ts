import { endingOf, LARGEST_FILE, sortNamed, type FileProblem } from '#domain/material.ts';
import { sendFile, UploadRefused, type Sending, type Uploaded, type UploadPlace } from './upload.ts';

/** A file on its way, or one that was not taken. */
export interface Upload {
  key: string;
  file: File;
  /** What has gone out, 0 to 1; at 1 the server looks into it. */
  part: number;
  state: 'waiting' | 'sending' | 'failed';
  error: unknown;
}

/** What is told of a file as it goes. */
export interface UploadEars {
  /** Called as it sets out. @returns what is called when it is over, however it went */
  begun(): () => void;
  taken(uploaded: Uploaded): void;
}

const NONE: readonly Upload[] = [];

/** What can be said of a file without sending it. */
export function problemOf(file: Pick<File, 'name' | 'size'>): FileProblem | null {
  if (file.size === 0) return 'FILE_EMPTY';
  if (file.size > LARGEST_FILE) return 'FILE_TOO_LARGE';
  if (/^hei[cf]$/.test(endingOf(file.name))) return 'FILE_HEIC';
  return sortNamed(file.name) === undefined ? 'FILE_SORT' : null;
}

const refused = (problem: FileProblem) => new UploadRefused([{ extensions: { code: 'FILE_REFUSED', problem } }]);

/**
 * The files that one person puts in one place, sent one at a time, so that a slow line gets the first one through. It lives
 * longer than what shows it: the room goes on to the next item while a file is on its way, and what failed still stands there
 * when one comes back.
 */
export class UploadLine {
  list: readonly Upload[] = NONE;
  private readonly shown = new Set<() => void>();
  private readonly ears = new Map<string, UploadEars>();
  private way: { key: string; sending: Sending } | null = null;

  constructor(
    private readonly place: UploadPlace,
    private readonly person: string,
    private readonly send: typeof sendFile = sendFile,
  ) {}

  /** @returns the way to stop */
  readonly subscribe = (show: () => void): (() => void) => {
    this.shown.add(show);
    return () => this.shown.delete(show);
  };

  add(files: readonly File[], ears: UploadEars): void {
    const added = files.map((file): Upload => {
      const problem = problemOf(file);
      const key = crypto.randomUUID();
      this.ears.set(key, ears);
      return { key, file, part: 0, state: problem ? 'failed' : 'waiting', error: problem && refused(problem) };
    });
    this.become([...this.list, ...added]);
    this.goOn();
  }

  /** Stops one on its way, or puts one that failed out of sight. */
  drop(key: string): void {
    this.become(this.list.filter((one) => one.key !== key));
    this.ears.delete(key);
    if (this.way?.key === key) this.way.sending.cancel();
  }

  again(key: string): void {
    this.change(key, { state: 'waiting', error: null });
    this.goOn();
  }

  private goOn(): void {
    const next = this.way === null ? this.list.find((one) => one.state === 'waiting') : undefined;
    if (next) void this.sendOne(next);
  }

  private async sendOne({ key, file }: Upload): Promise<void> {
    const ears = this.ears.get(key);
    const over = ears?.begun();
    const sending = this.send(file, this.place, this.person, (part) => this.change(key, { part }));
    this.way = { key, sending };
    this.change(key, { state: 'sending', part: 0 });
    try {
      const uploaded = await sending.done;
      this.become(this.list.filter((one) => one.key !== key));
      ears?.taken(uploaded);
    } catch (error) {
      this.change(key, { state: 'failed', error });
    } finally {
      this.way = null;
      over?.();
      this.goOn();
    }
  }

  private change(key: string, to: Partial<Upload>): void {
    this.become(this.list.map((one) => (one.key === key ? { ...one, ...to } : one)));
  }

  private become(list: readonly Upload[]): void {
    this.list = list;
    for (const show of this.shown) show();
  }
}

const lines = new Map<string, UploadLine>();

/** The line of a person and a place; the same one for as long as the page stands. */
export function lineOf(place: UploadPlace, person: string): UploadLine {
  const key = `${person} ${place.meetingId} ${place.itemId ?? ''}`;
  const line = lines.get(key) ?? new UploadLine(place, person);
  lines.set(key, line);
  return line;
}
