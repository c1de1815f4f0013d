import { FormattedMessage, useIntl } from 'react-intl';
import { Link } from '#ui/Link.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { usePageTitle } from '../platform/parts/use-page-title.ts';
import css from './Help.module.css';
import { HelpWords } from './HelpWords.tsx';

/** How a meeting goes from plan to minutes, what the words mean, which keys there are, and whom to ask. */
export function Help() {
  const intl = useIntl();
  const title = intl.formatMessage({ id: 'screens.help.title', defaultMessage: 'Hjælp' });
  usePageTitle(title);
  return (
    <article className={css.help}>
      <PageHeader
        title={title}
        lead={
          <p>
            <FormattedMessage
              id="screens.help.lead"
              defaultMessage="Et PLF-møde fra plan til referat, ordene undervejs, og hvem du kan spørge."
            />
          </p>
        }
      />
      <h2>
        <FormattedMessage id="screens.help.meeting" defaultMessage="Et møde fra plan til referat" />
      </h2>
      <ol className={css.steps}>
        <li>
          <FormattedMessage
            id="screens.help.plan"
            defaultMessage="<b>Planlæg.</b> Gå til Møder, vælg »Planlæg et møde«, en dag og en skabelon. Minutterne passer til tiden, og det, der går videre fra sidst, ligger der allerede. I kan rette flere på én gang og lave jeres egne skabeloner."
            values={{ b: strong }}
          />
        </li>
        <li>
          <FormattedMessage
            id="screens.help.convene"
            defaultMessage="<b>Indkald.</b> Indtil da er mødet en kladde, som kun teamet og ressourcepersonen ser. Ved indkaldelsen får hver en mail med kalenderfil og et link til at svare, hvis jeres kommune sender mail fra Pejling; du får en tekst, du kan sætte ind i Aula."
            values={{ b: strong }}
          />
        </li>
        <li>
          <FormattedMessage
            id="screens.help.prepare"
            defaultMessage="<b>Forbered jer.</b> Foreslå et punkt, læg filer og links ved, og skriv et par linjer om det, du har med. Sig til, når du er klar. De andre ser, hvor mange der er klar, ikke hvem."
            values={{ b: strong }}
          />
        </li>
        <li>
          <FormattedMessage
            id="screens.help.hold"
            defaultMessage="<b>Hold mødet.</b> Tryk »Start mødet«. Alle ser det samme punkt og den samme tid, på skærmen og på telefonen. Noter gemmes af sig selv. Går tiden, kan I lægge tre minutter til og se, hvornår I så slutter."
            values={{ b: strong }}
          />
        </li>
        <li>
          <FormattedMessage
            id="screens.help.room"
            defaultMessage="<b>På skærmen i lokalet.</b> Åbn {address} på den, og skriv koden i mødet under »Vis på skærmen«. Den viser mødet uden navne og noter, til det slutter."
            values={{ b: strong, address: <strong>{`${window.location.host}/skaerm`}</strong> }}
          />
        </li>
        <li>
          <FormattedMessage
            id="screens.help.trial"
            defaultMessage="<b>Fang en prøvehandling.</b> Skriv, hvad I vil prøve, og vælg pejlemærke, tegn, hvem og hvornår, mens I stadig er ved punktet. Uden pejlemærke og tegn er den kun foreslået."
            values={{ b: strong }}
          />
        </li>
        <li>
          <FormattedMessage
            id="screens.help.minutes"
            defaultMessage="<b>Godkend referatet.</b> Det er allerede skrevet, når I slutter. De, der var til stede, godkender, mødelederen gør det i rummet, eller det sker af sig selv efter fem skoledage uden indsigelse. Derefter er teksten låst, og nyt kommer til som tilføjelser. Lederen får kun en kopi, hvis I deler den, eller skolen har aftalt det; så står det over referatet, og I bestemmer selv for hvert møde."
            values={{ b: strong }}
          />
        </li>
        <li>
          <FormattedMessage
            id="screens.help.after"
            defaultMessage="<b>Prøv det, og følg op.</b> Skriv i Min uge, hvad I så. På næste møde vælger I fasthold, justér eller stop. Justerer I, bliver den næste handling født af den gamle."
            values={{ b: strong }}
          />
        </li>
      </ol>
      <HelpWords />
      <h2>
        <FormattedMessage id="screens.help.keys" defaultMessage="Tastaturet" />
      </h2>
      <dl className={css.keys}>
        <Key name="Ctrl + Enter">
          <FormattedMessage
            id="screens.help.key.next"
            defaultMessage="Næste punkt, når du leder mødet. På Mac ⌘ + Enter. Kan slås fra i mødet, under dagsordenen."
          />
        </Key>
        <Key name="Tab">
          <FormattedMessage id="screens.help.key.tab" defaultMessage="Til det næste felt. Skift + Tab går tilbage." />
        </Key>
        <Key name={intl.formatMessage({ id: 'screens.help.key.move.name', defaultMessage: 'Enter, så ↑ ↓' })}>
          <FormattedMessage
            id="screens.help.key.move"
            defaultMessage="Flytter et punkt eller en handling, når håndtaget (seks prikker) er valgt. Enter slipper, Esc fortryder. Menuen »Flyt« gør det samme."
          />
        </Key>
        <Key name="Esc">
          <FormattedMessage id="screens.help.key.escape" defaultMessage="Lukker en dialog eller en menu." />
        </Key>
      </dl>
      <h2>
        <FormattedMessage id="screens.help.ask" defaultMessage="Hvem kan du spørge?" />
      </h2>
      <ul>
        <li>
          <FormattedMessage
            id="screens.help.ask.meeting"
            defaultMessage="Om mødet og handlingerne: mødelederen eller teamets ressourceperson."
          />
        </li>
        <li>
          <FormattedMessage
            id="screens.help.ask.access"
            defaultMessage="Om adgang, team og adgangskode: skolens leder eller kommunens administrator."
          />
        </li>
        <li>
          <FormattedMessage
            id="screens.help.ask.privacy"
            defaultMessage="Om oplysninger, der gemmes om dig: kommunens databeskyttelsesrådgiver."
          />
        </li>
      </ul>
      <p>
        <Link href="/hvem-ser-hvad">
          <FormattedMessage id="screens.help.who" defaultMessage="Se, hvem der ser hvad" />
        </Link>
      </p>
    </article>
  );
}

const strong = (words: React.ReactNode) => <strong>{words}</strong>;

function Key({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>
        <kbd>{name}</kbd>
      </dt>
      <dd>{children}</dd>
    </div>
  );
}
