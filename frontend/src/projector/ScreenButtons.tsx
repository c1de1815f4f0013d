import { Maximize, Minimize, Moon, Sun } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useIntl } from 'react-intl';
import { IconButton } from '#ui/IconButton.tsx';
import css from './Projector.module.css';

export type ScreenTheme = 'light' | 'dark';

/** The two things that somebody at the screen itself may want: the whole screen, and the other theme. */
export function ScreenButtons({ theme, onTheme }: { theme: ScreenTheme; onTheme: (theme: ScreenTheme) => void }) {
  const intl = useIntl();
  const [full, setFull] = useState(() => document.fullscreenElement !== null);
  useEffect(() => {
    const changed = () => setFull(document.fullscreenElement !== null);
    document.addEventListener('fullscreenchange', changed);
    return () => document.removeEventListener('fullscreenchange', changed);
  }, []);
  const other = theme === 'light' ? 'dark' : 'light';
  return (
    <div className={css.buttons}>
      <IconButton
        label={
          theme === 'light'
            ? intl.formatMessage({ id: 'projector.dark', defaultMessage: 'Mørkt tema' })
            : intl.formatMessage({ id: 'projector.light', defaultMessage: 'Lyst tema' })
        }
        icon={theme === 'light' ? <Moon aria-hidden /> : <Sun aria-hidden />}
        onPress={() => onTheme(other)}
      />
      {document.fullscreenEnabled && (
        <IconButton
          label={
            full
              ? intl.formatMessage({ id: 'projector.window', defaultMessage: 'Forlad fuld skærm' })
              : intl.formatMessage({ id: 'projector.full', defaultMessage: 'Fuld skærm' })
          }
          icon={full ? <Minimize aria-hidden /> : <Maximize aria-hidden />}
          onPress={() =>
            void (full ? document.exitFullscreen() : document.documentElement.requestFullscreen()).catch(
              () => undefined,
            )
          }
        />
      )}
    </div>
  );
}
