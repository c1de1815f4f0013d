import { useEffect, useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import { useAnnounce } from '#ui/LiveRegion.tsx';
import type { ItemData } from './parts/meeting.documents.ts';
import type { RunTime } from './parts/run-time.ts';
import { playSoftSound, readySoftSound } from './soft-sound.ts';
import { hasRunOut, storeChoice, storedChoice, type TimeBeat } from './time-up.ts';

export interface TimeUp {
  /** The visual cue is to be seen: the item's time is out, and this device shows it. */
  shown: boolean;
  sound: boolean;
  cue: boolean;
  choose: (choice: 'sound' | 'cue', on: boolean) => void;
}

/** Tells that an item's time is out: once, softly, and without stopping anybody. */
export function useTimeUp(current: ItemData | null, time: RunTime): TimeUp {
  const intl = useIntl();
  const announce = useAnnounce();
  const [sound, setSound] = useState(() => storedChoice('sound'));
  const [cue, setCue] = useState(() => storedChoice('cue'));
  const before = useRef<TimeBeat | null>(null);
  const itemId = current?.id ?? null;
  const title = current?.title ?? '';
  const { given, left } = time;
  useEffect(() => {
    const now = itemId ? { itemId, given, left } : null;
    if (hasRunOut(before.current, now)) {
      if (sound) playSoftSound();
      announce(
        intl.formatMessage(
          { id: 'meetings.time.upAnnounce', defaultMessage: 'Tiden for “{title}” er gået. I kan blive ved.' },
          { title },
        ),
      );
    }
    before.current = now;
  }, [itemId, title, given, left, sound, announce, intl]);
  useEffect(() => {
    if (!sound) return undefined;
    window.addEventListener('pointerdown', readySoftSound, { once: true });
    window.addEventListener('keydown', readySoftSound, { once: true });
    return () => {
      window.removeEventListener('pointerdown', readySoftSound);
      window.removeEventListener('keydown', readySoftSound);
    };
  }, [sound]);
  return {
    shown: cue && itemId !== null && left === 0,
    sound,
    cue,
    choose: (choice, on) => {
      storeChoice(choice, on);
      if (choice === 'sound') {
        setSound(on);
        if (on) readySoftSound();
      } else setCue(on);
    },
  };
}
