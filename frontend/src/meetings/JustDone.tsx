import { useEffect, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { Button } from '#ui/Button.tsx';
import css from './TimeStrip.module.css';
import type { Keeping } from './use-keeping.ts';

const SHOWN_MS = 10_000;

/** What was just done, with Fortryd, for ten seconds; longer while somebody is at it with the keyboard or the mouse. */
export function JustDone({ keeping }: { keeping: Keeping }) {
  const { justDone, forget } = keeping;
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (!justDone || held) return undefined;
    const timer = setTimeout(forget, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [justDone, held, forget]);
  if (!justDone) return null;
  return (
    <div
      className={css.done}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
    >
      <p>{justDone.words}</p>
      {justDone.takeBack && (
        <Button
          size="small"
          variant="quiet"
          onPress={() => {
            setHeld(false);
            justDone.takeBack?.();
          }}
        >
          <FormattedMessage id="meetings.time.undo" defaultMessage="Fortryd" />
        </Button>
      )}
    </div>
  );
}
