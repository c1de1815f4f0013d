import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Disclosure } from '#ui/Disclosure.tsx';
import { Link } from '#ui/Link.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { usePageTitle } from '../platform/parts/use-page-title.ts';
import { LookedUp } from './LookedUp.tsx';
import css from './statement.module.css';

/** What Pejling keeps of people, and what it does not. True of the product as it is. */
export function Privacy() {
  const intl = useIntl();
  const [open, setOpen] = useState(false);
  const title = intl.formatMessage({ id: 'privacy.title', defaultMessage: 'Privatliv' });
  usePageTitle(title);
  return (
    <article className={css.statement}>
      <PageHeader title={title} />
      <h2>
        <FormattedMessage id="privacy.kept" defaultMessage="Det gemmer vi om dig" />
      </h2>
      <p>
        <FormattedMessage
          id="privacy.kept.text"
          defaultMessage="Dit navn, dine initialer, din skole, dine team og dine roller. Din adgangskode gemmes kun som et aftryk, der ikke kan regnes tilbage. Når du er med i et møde, gemmes det, at du var indkaldt og mødte, og den rolle du havde."
        />
      </p>
      <h2>
        <FormattedMessage id="privacy.team" defaultMessage="Det, I skriver, er teamets" />
      </h2>
      <p>
        <FormattedMessage
          id="privacy.team.text"
          defaultMessage="Noter, beslutninger og handlinger ses af teamet og dets ressourceperson. Skolens ledelse ser, hvilke pejlemærker teamet arbejder med, og hvad I har prøvet, uge for uge og uden personer. Over skolen findes kun offentliggjorte, afrundede tal. Der er ingen lister over, hvem der har gjort hvor meget, og ingen leder eller kollega kan se, hvornår du sidst var her."
        />
      </p>
      <p>
        <Link href="/hvem-ser-hvad">
          <FormattedMessage id="privacy.who" defaultMessage="Se, hvem der ser hvad" />
        </Link>
      </p>
      <h2>
        <FormattedMessage id="privacy.lookups" defaultMessage="Det, der slås op, skrives ned" />
      </h2>
      <p>
        <FormattedMessage
          id="privacy.lookups.text"
          defaultMessage="Når du åbner en side om mennesker og deres arbejde, eller søger efter en kollega, gemmes det, hvem der gjorde det, hvad det handlede om, og hvornår. Det samme gælder, når du logger ind og ud. Det kræver loven, så kommunen kan undersøge, om nogen har set noget, de ikke skulle. Hvert minut lægges der et segl over linjerne, så det kan ses, hvis nogen retter i dem. Ingen leder eller kollega kan læse dem; kommunens databeskyttelsesrådgiver kan bede om dem, og dine egne kan du se her."
        />
      </p>
      <Disclosure
        level={3}
        title={<FormattedMessage id="privacy.lookups.own" defaultMessage="Se, hvad du selv har slået op" />}
        onExpandedChange={setOpen}
      >
        {open && <LookedUp />}
      </Disclosure>
      <h2>
        <FormattedMessage id="privacy.pupils" defaultMessage="Ingen elever" />
      </h2>
      <p>
        <FormattedMessage
          id="privacy.pupils.text"
          defaultMessage="Pejling er ikke stedet for elevsager. Skriv ikke elevnavne. Ligner noget et CPR-nummer, bliver det stoppet, før det gemmes."
        />
      </p>
      <h2>
        <FormattedMessage id="privacy.history" defaultMessage="Historik og sikkerhed" />
      </h2>
      <p>
        <FormattedMessage
          id="privacy.history.text"
          defaultMessage="Hver ændring skrives i en historik, så intet forsvinder, og så to, der retter i det samme, kan se hinandens ord. Din indlogning ligger i én nødvendig cookie; en skærm i et lokale har sin egen, som ikke er nogens. Siden henter intet fra andre steder end kommunens egen server, og der er hverken reklamer eller måling."
        />
      </p>
      <h2>
        <FormattedMessage id="privacy.rights" defaultMessage="Dine rettigheder" />
      </h2>
      <p>
        <FormattedMessage
          id="privacy.rights.text"
          defaultMessage="Kommunen er dataansvarlig og bestemmer, hvor længe oplysningerne gemmes. Vil du se, rette eller have slettet noget om dig selv, så skriv til kommunens databeskyttelsesrådgiver."
        />
      </p>
    </article>
  );
}
