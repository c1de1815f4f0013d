import { useCallback, useEffect, useRef, useState } from 'react';
import { endingOf, LARGEST_FILE, sortNamed, type FileProblem } from '#domain/material.ts';
import { useViewer } from '../identity/parts/viewer.ts';
import { useLive } from '../live/parts/live-context.tsx';
import { useSaved } from '../platform/parts/saved.tsx';
import { sendFile, UploadRefused, type Sending, type UploadPlace } from './upload.ts';

/** A file on its way, or one that was not taken. */
export interface Upload {
  key: string;
  file: File;
  /** What has gone out, 0 to 1; at 1 the server looks into it. */
  part: number;
  state: 'waiting' | 'sending' | 'failed';
  error: unknown;
}

export interface Uploads {
  list: readonly Upload[];
  add(files: readonly File[]): void;
  /** Stops one on its way, or puts one that failed out of sight. */
  drop(key: string): void;
  again(key: string): void;
}

/** What can be said of a file without sending it. */
function problemOf(file: File): FileProblem | null {
  if (file.size === 0) return 'FILE_EMPTY';
  if (file.size > LARGEST_FILE) return 'FILE_TOO_LARGE';
  if (/^hei[cf]$/.test(endingOf(file.name))) return 'FILE_HEIC';
  return sortNamed(file.name) === undefined ? 'FILE_SORT' : null;
}

const refused = (problem: FileProblem) => new UploadRefused([{ extensions: { code: 'FILE_REFUSED', problem } }]);

/**
 * Sends files, one at a time, so that a slow line gets the first one through. One that fails leaves the others alone.
 * @param onTaken told the name a file is kept by
 */
export function useUploads(place: UploadPlace, onTaken: (name: string) => void): Uploads {
  const viewer = useViewer();
  const live = useLive();
  const { begin } = useSaved();
  const [list, setList] = useState<readonly Upload[]>([]);
  const sending = useRef<{ key: string; way: Sending } | null>(null);
  const change = useCallback(
    (key: string, to: Partial<Upload>) =>
      setList((uploads) => uploads.map((one) => (one.key === key ? { ...one, ...to } : one))),
    [],
  );
  const next = list.find((one) => one.state === 'waiting');
  const isBusy = list.some((one) => one.state === 'sending');
  const { meetingId, itemId } = place;
  const send = useCallback(
    async (upload: Upload) => {
      const { key, file } = upload;
      const end = begin();
      change(key, { state: 'sending', part: 0, error: null });
      const way = sendFile(file, { meetingId, itemId }, viewer.id, (part) => change(key, { part }));
      sending.current = { key, way };
      try {
        const { changes, name } = await way.done;
        setList((uploads) => uploads.filter((one) => one.key !== key));
        live?.did(changes);
        onTaken(name);
      } catch (error) {
        change(key, { state: 'failed', error });
      } finally {
        sending.current = null;
        end();
      }
    },
    [begin, change, live, meetingId, itemId, viewer.id, onTaken],
  );
  useEffect(() => {
    if (next && !isBusy && sending.current === null) void send(next);
  }, [next, isBusy, send]);
  const add = useCallback((files: readonly File[]) => {
    const added = files.map((file): Upload => {
      const problem = problemOf(file);
      return {
        key: crypto.randomUUID(),
        file,
        part: 0,
        state: problem ? 'failed' : 'waiting',
        error: problem && refused(problem),
      };
    });
    setList((uploads) => [...uploads, ...added]);
  }, []);
  const drop = useCallback((key: string) => {
    if (sending.current?.key === key) sending.current.way.cancel();
    setList((uploads) => uploads.filter((one) => one.key !== key));
  }, []);
  const again = useCallback((key: string) => change(key, { state: 'waiting', error: null }), [change]);
  return { list, add, drop, again };
}
