import { FormattedMessage, useIntl } from 'react-intl';
import { useRouteError } from 'react-router';
import { Button, ButtonLink } from '#ui/Button.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { refusalCode, refusalWords } from '../platform/parts/refusals.ts';
import { lacksPart } from './lacks-part.ts';

/** What a page shows in its own place when it could not be read. */
export function PageFault() {
  const error = useRouteError();
  return <FaultWords error={error} />;
}

export function FaultWords({ error }: { error: unknown }) {
  const intl = useIntl();
  if (lacksPart(error) || refusalCode(error) === 'DOCUMENT_UNKNOWN') return <OldPage error={error} />;
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

/** A page that is older than the server, or whose parts could not be fetched: fetched again it is whole. */
function OldPage({ error }: { error: unknown }) {
  const intl = useIntl();
  return (
    <>
      <PageHeader
        title={intl.formatMessage({ id: 'app.old.title', defaultMessage: 'Siden skal hentes igen' })}
        lead={
          <p>
            {lacksPart(error) ? (
              <FormattedMessage
                id="app.old.what"
                defaultMessage="En del af den kunne ikke hentes. Der er kommet en ny udgave af Pejling, eller forbindelsen var væk et øjeblik. Det, der er gemt, er gemt, og det, du har skrevet i noterne, er her endnu."
              />
            ) : (
              refusalWords(intl, error)
            )}
          </p>
        }
      />
      <Button variant="primary" onPress={() => window.location.reload()}>
        <FormattedMessage id="app.old.again" defaultMessage="Hent siden igen" />
      </Button>
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
