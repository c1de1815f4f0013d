import { useLayoutEffect, useRef, useState, type RefObject } from 'react';

/** From the size that is read from the back of the room to the one that is read from the middle. */
const SIZES = ['large', 'medium', 'small', 'smallest'] as const;

/**
 * As large as a list can be set for all of it to be in its place, and, where it does not fit at the smallest, how many of it do.
 * Nobody scrolls a wall.
 * @param what changes when the list does
 */
export function useFittingSize(
  count: number,
  what: unknown,
): { place: RefObject<HTMLDivElement | null>; size: (typeof SIZES)[number]; shown: number } {
  const smaller = SIZES.length - 1;
  const [place, left] = useFitting<HTMLDivElement>(count + smaller, what);
  return { place, size: SIZES[Math.min(smaller, count + smaller - left)]!, shown: Math.min(count, left) };
}

/**
 * How many of a list its place has room for, from the top: nothing on a wall is cut in the middle of a line.
 * @param what changes when the list does
 */
export function useFitting<Place extends HTMLElement>(count: number, what: unknown): [RefObject<Place | null>, number] {
  const place = useRef<Place>(null);
  const [room, setRoom] = useState({ what, shown: count });
  const [size, setSize] = useState('');
  const shown = room.what === what ? Math.min(room.shown, count) : count;
  useLayoutEffect(() => {
    const element = place.current;
    if (element && element.scrollHeight > element.clientHeight + 1 && shown > 1) setRoom({ what, shown: shown - 1 });
  }, [what, shown, size]);
  useLayoutEffect(() => {
    const resized = () => {
      setRoom({ what: null, shown: 0 });
      setSize(`${window.innerWidth} ${window.innerHeight}`);
    };
    window.addEventListener('resize', resized);
    void document.fonts?.ready.then(resized);
    return () => window.removeEventListener('resize', resized);
  }, []);
  return [place, shown];
}
