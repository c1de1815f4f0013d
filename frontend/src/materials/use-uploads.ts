import { useMemo, useSyncExternalStore } from 'react';
import { useViewer } from '../identity/parts/viewer.ts';
import { useLive } from '../live/parts/live-context.tsx';
import { useSaved } from '../platform/parts/saved.tsx';
import { lineOf, type Upload } from './upload-line.ts';
import type { UploadPlace } from './upload.ts';

export interface Uploads {
  list: readonly Upload[];
  add(files: readonly File[]): void;
  drop(key: string): void;
  again(key: string): void;
}

/**
 * What the viewer is putting in a place. One file that fails leaves the others alone.
 * @param onTaken told the name a file is kept by
 */
export function useUploads({ meetingId, itemId }: UploadPlace, onTaken: (name: string) => void): Uploads {
  const viewer = useViewer();
  const live = useLive();
  const { begin } = useSaved();
  const line = useMemo(() => lineOf({ meetingId, itemId }, viewer.id), [meetingId, itemId, viewer.id]);
  const list = useSyncExternalStore(line.subscribe, () => line.list);
  return {
    list,
    add: (files) =>
      line.add(files, {
        begun: begin,
        taken: ({ changes, name }) => {
          live?.did(changes);
          onTaken(name);
        },
      }),
    drop: (key) => line.drop(key),
    again: (key) => line.again(key),
  };
}
