import { createContext, useCallback, useContext, useMemo, useRef, useState, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { SavedState } from '#ui/SavedState.tsx';

interface Saved {
  state: 'saved' | 'saving' | 'offline';
  /** When everything was last stored at the server, in ms. */
  at: number | null;
  begin(): () => void;
  connected(reached: boolean): void;
}

const SavedContext = createContext<Saved>({
  state: 'saved',
  at: null,
  begin: () => () => undefined,
  connected: () => undefined,
});

export const useSaved = (): Saved => useContext(SavedContext);

/** Knows, for the whole page, whether what was written is stored. */
export function SavedProvider({ children }: { children: ReactNode }) {
  const waiting = useRef(0);
  const [saving, setSaving] = useState(false);
  const [offline, setOffline] = useState(false);
  const [at, setAt] = useState<number | null>(null);
  const begin = useCallback(() => {
    waiting.current += 1;
    setSaving(true);
    let ended = false;
    return () => {
      if (ended) return;
      ended = true;
      waiting.current -= 1;
      if (waiting.current > 0) return;
      setSaving(false);
      setAt(Date.now());
    };
  }, []);
  const connected = useCallback((reached: boolean) => setOffline(!reached), []);
  const value = useMemo<Saved>(
    () => ({ state: offline ? 'offline' : saving ? 'saving' : 'saved', at, begin, connected }),
    [offline, saving, at, begin, connected],
  );
  return <SavedContext value={value}>{children}</SavedContext>;
}

/** Where the text is, in words: always visible where somebody writes. */
export function SavedWords() {
  const intl = useIntl();
  const { state, at } = useSaved();
  const words =
    state === 'offline'
      ? intl.formatMessage({
          id: 'platform.saved.offline',
          defaultMessage: 'Ingen forbindelse. Kun gemt på denne enhed.',
        })
      : state === 'saving'
        ? intl.formatMessage({ id: 'platform.saved.saving', defaultMessage: 'Gemmer …' })
        : at === null
          ? intl.formatMessage({ id: 'platform.saved.all', defaultMessage: 'Gemt hos alle' })
          : intl.formatMessage(
              { id: 'platform.saved.at', defaultMessage: 'Gemt hos alle kl. {time}' },
              { time: intl.formatTime(at, { hour: '2-digit', minute: '2-digit' }) },
            );
  return <SavedState state={state} words={words} />;
}
