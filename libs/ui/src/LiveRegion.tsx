import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from 'react';
import css from './VisuallyHidden.module.css';

const Announcer = createContext<(words: string) => void>(() => undefined);

/** Holds the page's one polite live region. Put it once, round the whole app. */
export function LiveRegion({ children }: { children: ReactNode }) {
  const [words, setWords] = useState('');
  const turn = useRef(false);
  const announce = useCallback((next: string) => {
    // A region that is given the same words twice says nothing; an unseen space makes the second time a change.
    turn.current = !turn.current;
    setWords(turn.current ? next : `${next}\u00A0`);
  }, []);
  return (
    <Announcer value={announce}>
      {children}
      <div role="status" aria-live="polite" className={css.hidden}>
        {words}
      </div>
    </Announcer>
  );
}

/** Says something once, politely. Phase changes and the outcome of one's own act; never what others type. */
export function useAnnounce(): (words: string) => void {
  return useContext(Announcer);
}
