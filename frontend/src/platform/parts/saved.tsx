import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { copenhagenTime } from '#domain/copenhagen.ts';
import { SavedState } from '#ui/SavedState.tsx';
import { serverNow } from './server-clock.ts';

interface Saved {
  state: 'saved' | 'saving' | 'offline';
  /** When everything was last stored at the server, in ms. */
  at: number | null;
  begin(): () => void;
  connected(reached: boolean): void;
  /** Whether this device keeps what is not stored yet, should the window be closed. */
  keeps: boolean;
  setKeeps(keeps: boolean): void;
  /** Told that something waits which the device could not keep; what it returns, that nothing does any more. */
  loose(): () => void;
}

const SavedContext = createContext<Saved>({
  state: 'saved',
  at: null,
  begin: () => () => undefined,
  connected: () => undefined,
  keeps: false,
  setKeeps: () => undefined,
  loose: () => () => undefined,
});

export const useSaved = (): Saved => useContext(SavedContext);

/** Knows, for the whole page, whether what was written is stored. */
export function SavedProvider({ children }: { children: ReactNode }) {
  const waiting = useRef(0);
  const [saving, setSaving] = useState(false);
  const [offline, setOffline] = useState(false);
  const [at, setAt] = useState<number | null>(null);
  const [deviceKeeps, setKeeps] = useState(false);
  const [loose, setLoose] = useState(0);
  const keeps = deviceKeeps && loose === 0;
  useEffect(() => {
    if (!saving || keeps) return undefined;
    // The browser asks in its own words; there is nothing else to stop a window with.
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [saving, keeps]);
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
      setAt(serverNow());
    };
  }, []);
  const isLoose = useCallback(() => {
    setLoose((n) => n + 1);
    let ended = false;
    return () => {
      if (!ended) setLoose((n) => n - 1);
      ended = true;
    };
  }, []);
  const connected = useCallback((reached: boolean) => setOffline(!reached), []);
  const value = useMemo<Saved>(
    () => ({
      state: offline ? 'offline' : saving ? 'saving' : 'saved',
      at,
      begin,
      connected,
      keeps,
      setKeeps,
      loose: isLoose,
    }),
    [offline, saving, at, begin, connected, keeps, isLoose],
  );
  return <SavedContext value={value}>{children}</SavedContext>;
}

/** Where the text is, in words: always visible where somebody writes. */
export function SavedWords() {
  const intl = useIntl();
  const { state, at, keeps } = useSaved();
  const words =
    state === 'offline'
      ? keeps
        ? intl.formatMessage({
            id: 'platform.saved.offline',
            defaultMessage: 'Ingen forbindelse. Kun gemt på denne enhed.',
          })
        : intl.formatMessage({
            id: 'platform.saved.window',
            defaultMessage: 'Ingen forbindelse. Kun i dette vindue: luk det ikke.',
          })
      : state === 'saving'
        ? intl.formatMessage({ id: 'platform.saved.saving', defaultMessage: 'Gemmer …' })
        : at === null
          ? intl.formatMessage({ id: 'platform.saved.all', defaultMessage: 'Gemt hos alle' })
          : intl.formatMessage(
              { id: 'platform.saved.at', defaultMessage: 'Gemt hos alle kl. {time}' },
              { time: copenhagenTime(at) },
            );
  return <SavedState state={state} words={words} />;
}
