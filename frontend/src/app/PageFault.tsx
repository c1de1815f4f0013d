import { FormattedMessage, useIntl } from 'react-intl';
import { useRouteError } from 'react-router';
import { ButtonLink } from '#ui/Button.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { refusalCode, refusalWords } from '../platform/parts/refusals.ts';

/** What a page shows in its own place when it could not be read. */
export function PageFault() {
  const error = useRouteError();
  return <FaultWords error={error} />;
}

export function FaultWords({ error }: { error: unknown }) {
  const intl = useIntl();
  const missing = refusalCode(error) === 'NOT_FOUND';
  return (
    <>
      <PageHeader
        title={
          missing
            ? intl.formatMessage({ id: 'app.missing.title', defaultMessage: 'Her er ikke noget' })
            : intl.formatMessage({ id: 'app.fault.title', defaultMessage: 'Siden kunne ikke vises' })
        }
        lead={<p>{refusalWords(intl, error)}</p>}
      />
      <ButtonLink href="/" variant="secondary">
        <FormattedMessage id="app.home" defaultMessage="Gå til forsiden" />
      </ButtonLink>
    </>
  );
}

/** An address that no page has. */
export function NoSuchPage() {
  const intl = useIntl();
  return (
    <>
      <PageHeader
        title={intl.formatMessage({ id: 'app.missing.title', defaultMessage: 'Her er ikke noget' })}
        lead={
          <p>
            <FormattedMessage
              id="app.noSuchPage"
              defaultMessage="Adressen findes ikke. Måske mangler der noget af linket."
            />
          </p>
        }
      />
      <ButtonLink href="/" variant="secondary">
        <FormattedMessage id="app.home" defaultMessage="Gå til forsiden" />
      </ButtonLink>
    </>
  );
}
