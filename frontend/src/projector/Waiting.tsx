import type { ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Logo } from '#ui/Logo.tsx';
import css from './Waiting.module.css';
import { QrCode } from './QrCode.tsx';
import type { Shown } from './room-screen.ts';

/** Six digits and a QR code, to be read from the back of the room. */
export function Waiting({ shown, buttons }: { shown: Exclude<Shown<never>, { phase: 'lent' }>; buttons: ReactNode }) {
  const intl = useIntl();
  const code = shown.phase === 'waiting' ? shown.code : null;
  return (
    <div className={css.page}>
      <header className={css.head}>
        <Logo size="large" />
        {buttons}
      </header>
      <main className={css.main}>
        <div className={css.words}>
          <h1>
            <FormattedMessage id="projector.waiting.title" defaultMessage="Vis jeres møde her" />
          </h1>
          {code && (
            <p className={css.code}>
              <span className={css.label}>
                <FormattedMessage id="projector.waiting.code" defaultMessage="Koden er" />
              </span>
              {/* Read digit by digit, and never as a number of six hundred thousand. */}
              <span className={css.digits} aria-hidden>
                <span>{code.slice(0, 3)}</span>
                <span>{code.slice(3)}</span>
              </span>
              <span className={css.spoken}>{[...code].join(' ')}</span>
            </p>
          )}
          {shown.phase === 'busy' && (
            <p className={css.busy}>
              <FormattedMessage
                id="projector.waiting.busy"
                defaultMessage="Der er bedt om mange koder herfra lige nu. Skærmen prøver igen om et minut af sig selv."
              />
            </p>
          )}
          <ol className={css.steps}>
            <li>
              <FormattedMessage
                id="projector.waiting.step1"
                defaultMessage="Åbn mødet på din telefon eller computer, når det er i gang."
              />
            </li>
            <li>
              <FormattedMessage
                id="projector.waiting.step2"
                defaultMessage="Vælg “Vis på skærmen”, og skriv koden. Eller scan QR-koden."
              />
            </li>
            <li>
              <FormattedMessage
                id="projector.waiting.step3"
                defaultMessage="Skærmen viser mødet, til det slutter, eller I tager den tilbage."
              />
            </li>
          </ol>
        </div>
        {code && (
          <QrCode
            text={`${window.location.origin}/skaerm/laan/${code}`}
            label={intl.formatMessage({
              id: 'projector.waiting.qr',
              defaultMessage: 'QR-kode, der viser jeres møde på denne skærm',
            })}
          />
        )}
      </main>
      <footer className={css.foot}>
        <FormattedMessage
          id="projector.waiting.promise"
          defaultMessage="Skærmen er ikke logget ind. Den viser ingen navne og ingen noter."
        />
      </footer>
    </div>
  );
}
