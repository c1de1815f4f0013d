import { useEffect, useRef } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Banner } from '#ui/Banner.tsx';
import { Button } from '#ui/Button.tsx';
import { refusalWords } from '../platform/parts/refusals.ts';
import css from './ClosingDays.module.css';
import type { Removing } from './use-removing.ts';

/** What was just taken out, with Fortryd. Focus comes here: the row it stood in is gone. */
export function Removed({ removing: { last, putBack, error } }: { removing: Removing }) {
  const intl = useIntl();
  const line = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (last) line.current?.focus();
  }, [last]);
  return (
    <>
      {error ? <Banner tone="danger" title={refusalWords(intl, error)} /> : null}
      {last && (
        <div className={css.removed}>
          <p ref={line} tabIndex={-1} role="status">
            {last.isBack ? (
              <FormattedMessage
                id="screens.closed.back"
                defaultMessage="»{name}« står der igen."
                values={{ name: last.day.name }}
              />
            ) : (
              <FormattedMessage
                id="screens.closed.removed"
                defaultMessage="»{name}« er slettet."
                values={{ name: last.day.name }}
              />
            )}
          </p>
          {!last.isBack && (
            <Button size="small" variant="quiet" onPress={() => void putBack()}>
              <FormattedMessage id="screens.closed.undo" defaultMessage="Fortryd" />
            </Button>
          )}
        </div>
      )}
    </>
  );
}
