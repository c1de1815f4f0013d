import { useLayoutEffect, useRef, useState, type RefObject } from 'react';

/**
 * How many of a list its place has room for, from the top: nothing on a wall is cut in the middle of a line.
 * @param what changes when the list does
 */
export function useFitting(count: number, what: unknown): [RefObject<HTMLElement | null>, number] {
  const place = useRef<HTMLElement>(null);
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
