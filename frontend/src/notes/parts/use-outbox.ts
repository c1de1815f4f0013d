import { useEffect, useState } from 'react';
import { useViewer } from '../../identity/parts/viewer.ts';
import type { Outbox } from './outbox.ts';

/** This person's outbox on this device; undefined while it is being opened, null where a device keeps nothing. */
export function useOutbox(): Outbox | null | undefined {
  const { id, outboxSecret } = useViewer();
  const [outbox, setOutbox] = useState<Outbox | null>();
  useEffect(() => {
    let isLeft = false;
    // What keeps text comes with the pages that write; without it they are shown all the same.
    const opening = outboxSecret
      ? import('./outbox-device.ts').then(({ openOutbox }) => openOutbox(id, outboxSecret))
      : Promise.resolve(null);
    opening.then(
      (opened) => !isLeft && setOutbox(opened),
      () => !isLeft && setOutbox(null),
    );
    return () => {
      isLeft = true;
    };
  }, [id, outboxSecret]);
  return outbox;
}
