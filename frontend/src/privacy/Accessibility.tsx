import { FormattedMessage, useIntl } from 'react-intl';
import { PageHeader } from '#ui/PageHeader.tsx';
import { usePageTitle } from '../platform/parts/use-page-title.ts';
import css from './statement.module.css';

/** What we do so that everybody can use it, what we check, and where to say that something fails. */
export function Accessibility() {
  const intl = useIntl();
  const title = intl.formatMessage({ id: 'privacy.accessibility', defaultMessage: 'Tilgængelighed' });
  usePageTitle(title);
  return (
    <article className={css.statement}>
      <PageHeader title={title} />
      <p>
        <FormattedMessage
          id="privacy.accessibility.aim"
          defaultMessage="Alle i teamet skal kunne være med. Vi bygger efter WCAG 2.2, niveau AA, som kravene i webtilgængelighedsloven hviler på."
        />
      </p>
      <h2>
        <FormattedMessage id="privacy.accessibility.how" defaultMessage="Sådan er det lavet" />
      </h2>
      <ul>
        <li>
          <FormattedMessage
            id="privacy.accessibility.keyboard"
            defaultMessage="Alt kan gøres med tastaturet, også at flytte punkter på dagsordenen. Ctrl+Enter går til næste punkt i mødet."
          />
        </li>
        <li>
          <FormattedMessage
            id="privacy.accessibility.colour"
            defaultMessage="Farve står aldrig alene: Hvert pejlemærke har også en form, et nummer og et navn."
          />
        </li>
        <li>
          <FormattedMessage
            id="privacy.accessibility.zoom"
            defaultMessage="Siderne kan bruges på en telefon og med stor tekst, i lyst og mørkt tema og med mindre bevægelse, hvis din enhed beder om det."
          />
        </li>
        <li>
          <FormattedMessage
            id="privacy.accessibility.tested"
            defaultMessage="Skærmene prøves af en automatisk kontrol, hver gang Pejling ændres. Den finder ikke alt."
          />
        </li>
      </ul>
      <h2>
        <FormattedMessage id="privacy.accessibility.tell" defaultMessage="Noget, du ikke kan bruge?" />
      </h2>
      <p>
        <FormattedMessage
          id="privacy.accessibility.tell.text"
          defaultMessage="Fortæl det til kommunens administrator. Kommunen har sin egen tilgængelighedserklæring, hvor du også finder Digitaliseringsstyrelsen, hvis du vil klage."
        />
      </p>
    </article>
  );
}
