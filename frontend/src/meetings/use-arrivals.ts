import { useEffect, useRef } from 'react';
import { useIntl } from 'react-intl';
import { useAnnounce } from '#ui/LiveRegion.tsx';
import { useViewer } from '../identity/parts/viewer.ts';
import { usePresence } from '../live/parts/live-context.tsx';

/** So long is waited for more to come: a room that fills is told once, and a flaky connection not at all. */
const GATHERED_MS = 4_000;

/** Tells whoever listens to the page who came to the room and who went, gathered. */
export function useArrivals(meetingId: string): void {
  const intl = useIntl();
  const announce = useAnnounce();
  const { id: ownId } = useViewer();
  const people = usePresence(meetingId);
  const known = useRef<Map<string, string> | null>(null);
  useEffect(() => {
    if (people.length === 0) return undefined;
    const here = new Map(people.filter(({ id }) => id !== ownId).map(({ id, displayName }) => [id, displayName]));
    // Who was here already is read on the page, not told.
    if (known.current === null) {
      known.current = here;
      return undefined;
    }
    const before = known.current;
    const timer = setTimeout(() => {
      known.current = here;
      const came = [...here].filter(([id]) => !before.has(id)).map(([, name]) => name);
      const left = [...before].filter(([id]) => !here.has(id)).map(([, name]) => name);
      const words = [
        came.length > 0 &&
          intl.formatMessage(
            { id: 'meetings.live.came', defaultMessage: '{names} er kommet.' },
            { names: intl.formatList(came) },
          ),
        left.length > 0 &&
          intl.formatMessage(
            { id: 'meetings.live.gone', defaultMessage: '{names} er gået.' },
            { names: intl.formatList(left) },
          ),
      ].filter((sentence) => sentence !== false);
      if (words.length > 0) announce(words.join(' '));
    }, GATHERED_MS);
    return () => clearTimeout(timer);
  }, [people, ownId, announce, intl]);
}
