import { useEffect, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { PageHeader } from '#ui/PageHeader.tsx';
import css from './NoConnection.module.css';

/** The application opened without the server: it says so, and what lies on the device, and goes on by itself. */
export function NoConnection() {
  const intl = useIntl();
  const [unsent, setUnsent] = useState(0);
  useEffect(() => {
    let isLeft = false;
    import('../notes/parts/outbox-device.ts')
      .then(({ countOnDevice }) => countOnDevice())
      .then(
        (count) => !isLeft && setUnsent(count),
        () => undefined,
      );
    return () => {
      isLeft = true;
    };
  }, []);
  return (
    <main id="main" className={css.page}>
      <PageHeader
        title={intl.formatMessage({ id: 'app.offline.title', defaultMessage: 'Ingen forbindelse lige nu' })}
        lead={
          <p>
            <FormattedMessage
              id="app.noConnection.what"
              defaultMessage="Vi kan ikke nå serveren. Lad siden stå: den kommer af sig selv, når forbindelsen er der igen."
            />
          </p>
        }
      />
      {unsent > 0 && (
        <p>
          <FormattedMessage
            id="app.noConnection.unsent"
            defaultMessage="På denne enhed ligger der tekst, som ikke er sendt endnu. Den er låst, og den sendes, når forbindelsen er der igen, og den, der skrev den, er logget ind."
          />
        </p>
      )}
    </main>
  );
}
