import { useEffect, useState, type FormEvent, type ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Banner } from '#ui/Banner.tsx';
import { Button } from '#ui/Button.tsx';
import { Logo } from '#ui/Logo.tsx';
import { SignInChart } from '#ui/SignInChart.tsx';
import { TextField } from '#ui/TextField.tsx';
import { askOnce, useAskOnce } from '../platform/parts/ask-once.ts';
import { problemWords, refusalOf, refusalWords } from '../platform/parts/refusals.ts';
import { usePageTitle } from '../platform/parts/use-page-title.ts';
import type { DemonstrationSignInsQuery } from '../gql/graphql.ts';
import { DEMONSTRATION_PASSWORD, DEMONSTRATION_SIGN_INS, SIGN_IN } from './sign-in.documents.ts';
import css from './SignIn.module.css';

/** The way in. In the demonstration it offers one person for each role. */
export function SignIn({
  onSignedIn,
  language,
  foot,
}: {
  onSignedIn: () => void;
  language: ReactNode;
  foot: ReactNode;
}) {
  const intl = useIntl();
  usePageTitle(intl.formatMessage({ id: 'identity.title', defaultMessage: 'Log ind' }));
  const [signIn, { loading, error }] = useAskOnce(SIGN_IN);
  const [offered, setOffered] = useState<DemonstrationSignInsQuery['demonstrationSignIns']>([]);
  useEffect(() => {
    // Where it cannot be asked, signing in by name says so.
    askOnce(DEMONSTRATION_SIGN_INS, {}).then(
      (answer) => setOffered(answer.demonstrationSignIns),
      () => undefined,
    );
  }, []);
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const fault = (field: string) => refusalOf(error)?.fields.find((one) => one.field === field)?.problem;
  const words = (problem: string | undefined) => (problem ? problemWords(intl, problem) : undefined);
  const enter = async (signInName: string, secret: string) => {
    const entered = await signIn({ signInName, password: secret });
    if (entered?.signIn) onSignedIn();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void enter(name, password);
  };
  const roleOf = (person: (typeof offered)[number]) =>
    intl.formatMessage(
      {
        id: 'identity.role',
        defaultMessage:
          '{role, select, SCHOOL_LEADER {Skoleleder} MUNICIPAL_CONSULTANT {Kommunal konsulent} MUNICIPAL_ADMIN {Administrator} DPO {Databeskyttelsesrådgiver} PLC_COACH {Ressourceperson} READER {Læser} FACILITATOR {Mødeleder i teamet} COORDINATOR {Teamkoordinator} MEMBER {Medlem af teamet} other {Gæst}}',
      },
      { role: person.roles[0] ?? person.teamFunction ?? 'other' },
    );
  return (
    <div className={css.page}>
      <header className={css.picture}>
        <SignInChart
          caption={intl.formatMessage({ id: 'identity.chart.here', defaultMessage: 'I er her' })}
          places={['Øveø', 'Prøvedybet', 'Tavse Grund']}
        >
          <p className={css.saying}>
            <FormattedMessage
              id="identity.chart.saying"
              defaultMessage="Et pejlemærke er et fast punkt, man finder sin kurs efter."
            />
          </p>
        </SignInChart>
      </header>
      <div className={css.way}>
        <main id="main">
          <div className={css.first}>
            <Logo />
            {language}
          </div>
          <h1>
            <FormattedMessage id="identity.heading" defaultMessage="Godt at se dig" />
          </h1>
          <p className="ink2">
            <FormattedMessage
              id="identity.lead"
              defaultMessage="Her planlægger I PLF-møder, prøver noget af og ser, hvad der kom ud af det."
            />
          </p>
          {error !== null && !fault('signInName') && !fault('password') && (
            <Banner tone="warn" title={intl.formatMessage({ id: 'identity.notIn', defaultMessage: 'Du kom ikke ind' })}>
              {refusalWords(intl, error)}
            </Banner>
          )}
          <form onSubmit={submit} className={css.form}>
            <TextField
              label={intl.formatMessage({ id: 'identity.name', defaultMessage: 'Brugernavn' })}
              value={name}
              onChange={setName}
              autoComplete="username"
              fault={words(fault('signInName'))}
            />
            <TextField
              label={intl.formatMessage({ id: 'identity.password', defaultMessage: 'Adgangskode' })}
              type="password"
              value={password}
              onChange={setPassword}
              autoComplete="current-password"
              fault={words(fault('password'))}
            />
            <Button variant="primary" type="submit" pending={loading} wide>
              <FormattedMessage id="identity.signIn" defaultMessage="Log ind" />
            </Button>
          </form>
          <p className="small ink2">
            <FormattedMessage
              id="identity.notThere"
              defaultMessage="Er du ikke oprettet endnu? Spørg din skoleleder eller kommunens administrator; de sender dig en invitation."
            />
          </p>
          {offered.length > 0 && (
            <section aria-labelledby="offered">
              <h2 id="offered" className="h3">
                <FormattedMessage id="identity.demonstration" defaultMessage="Prøv demonstrationen som" />
              </h2>
              <ul className={css.people}>
                {offered.map((person) => (
                  <li key={person.signInName}>
                    <Button
                      variant="secondary"
                      wide
                      onPress={() => void enter(person.signInName, DEMONSTRATION_PASSWORD)}
                    >
                      <span className={css.person}>
                        <span>{person.displayName}</span>
                        <span className={css.role}>
                          {roleOf(person)}
                          {person.schoolName ? `, ${person.schoolName}` : `, ${person.municipalityName}`}
                        </span>
                      </span>
                    </Button>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </main>
        {foot}
      </div>
    </div>
  );
}
