import { useEffect, useState, useSyncExternalStore } from 'react';
import { useIntl } from 'react-intl';
import { LiveRegion, useAnnounce } from '#ui/LiveRegion.tsx';
import { storedTheme } from '#ui/theme.ts';
import { usePageTitle } from '../platform/parts/use-page-title.ts';
import { browserScreen } from './browser-screen.ts';
import css from './Projector.module.css';
import { ScreenButtons, type ScreenTheme } from './ScreenButtons.tsx';
import { Showing } from './Showing.tsx';
import { useAwake } from './use-awake.ts';
import { Waiting } from './Waiting.tsx';

const BEAT_MS = 5_000;

/** The screen in the room: nobody's account, and lent one meeting at a time. */
export function Projector() {
  const intl = useIntl();
  const [screen] = useState(browserScreen);
  // Light is better in a room with daylight; whoever stands at the screen may choose the other.
  const [theme, setTheme] = useState<ScreenTheme>(() => (storedTheme() === 'dark' ? 'dark' : 'light'));
  const { shown, away } = useSyncExternalStore(screen.watch, screen.read);
  const [now, setNow] = useState(screen.now);
  useAwake();
  usePageTitle(intl.formatMessage({ id: 'projector.title', defaultMessage: 'Skærmen i lokalet' }));
  useEffect(() => {
    screen.start();
    const tick = () => setNow(screen.now());
    const wake = () => {
      if (document.visibilityState === 'visible') void screen.look();
    };
    const unwatch = screen.watch(tick);
    const timer = setInterval(tick, BEAT_MS);
    window.addEventListener('online', wake);
    document.addEventListener('visibilitychange', wake);
    return () => {
      unwatch();
      clearInterval(timer);
      window.removeEventListener('online', wake);
      document.removeEventListener('visibilitychange', wake);
      screen.close();
    };
  }, [screen]);
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme;
  }, [theme]);
  const buttons = <ScreenButtons theme={theme} onTheme={setTheme} />;
  return (
    <LiveRegion>
      <div className={css.screen}>
        {shown.phase === 'lent' ? (
          <Showing meeting={shown.meeting} now={now} buttons={buttons} />
        ) : (
          <Waiting shown={shown} buttons={buttons} />
        )}
        {away && <Away />}
      </div>
    </LiveRegion>
  );
}

/** Says so in words when the server can't be reached; what is shown stays. */
function Away() {
  const intl = useIntl();
  const announce = useAnnounce();
  const words = intl.formatMessage({
    id: 'projector.away',
    defaultMessage: 'Ingen forbindelse lige nu. Skærmen viser det sidste, den så, og prøver igen af sig selv.',
  });
  useEffect(() => announce(words), [announce, words]);
  return <p className={css.away}>{words}</p>;
}
