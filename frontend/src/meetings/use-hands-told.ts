import { useEffect, useRef } from 'react';
import { useIntl } from 'react-intl';
import { useAnnounce } from '#ui/LiveRegion.tsx';
import { useViewer } from '../identity/parts/viewer.ts';
import { usePresence } from '../live/parts/live-context.tsx';

/** So long is waited for more hands: several that go up together are told once, and one that goes down again not at all. */
const GATHERED_MS = 2_000;

/** Tells whoever listens to the page whose hands went up, gathered; one's own at once. */
export function useHandsTold(meetingId: string): void {
  const intl = useIntl();
  const announce = useAnnounce();
  const { id: ownId } = useViewer();
  const people = usePresence(meetingId);
  const up = people.filter(({ handSince }) => handSince !== null);
  const isOwnUp = up.some(({ id }) => id === ownId);
  const wasOwnUp = useRef(isOwnUp);
  useEffect(() => {
    if (wasOwnUp.current === isOwnUp) return;
    wasOwnUp.current = isOwnUp;
    announce(
      isOwnUp
        ? intl.formatMessage({ id: 'meetings.hand.own', defaultMessage: 'Din hånd er oppe.' })
        : intl.formatMessage({ id: 'meetings.hand.ownDown', defaultMessage: 'Din hånd er nede.' }),
    );
  }, [isOwnUp, announce, intl]);

  const told = useRef<ReadonlySet<string>>(new Set());
  // Somebody else's key or screen changes the list many times a minute: only another set of hands is news.
  const others = JSON.stringify(up.filter(({ id }) => id !== ownId).map(({ id, displayName }) => [id, displayName]));
  useEffect(() => {
    const timer = setTimeout(() => {
      const now = new Map(JSON.parse(others) as [string, string][]);
      const names = [...now].filter(([id]) => !told.current.has(id)).map(([, name]) => name);
      told.current = new Set(now.keys());
      if (names.length > 0)
        announce(
          intl.formatMessage(
            { id: 'meetings.hand.others', defaultMessage: '{names} rækker hånden op.' },
            { names: intl.formatList(names) },
          ),
        );
    }, GATHERED_MS);
    return () => clearTimeout(timer);
  }, [others, announce, intl]);
}
