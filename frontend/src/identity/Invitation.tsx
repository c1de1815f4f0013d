import { useState, type FormEvent, type ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Banner } from '#ui/Banner.tsx';
import { Button } from '#ui/Button.tsx';
import { Logo } from '#ui/Logo.tsx';
import { TextField } from '#ui/TextField.tsx';
import { useAskOnce } from '../platform/parts/ask-once.ts';
import { problemWords, refusalCode, refusalOf, refusalWords } from '../platform/parts/refusals.ts';
import { usePageTitle } from '../platform/parts/use-page-title.ts';
import { ACCEPT_INVITATION } from './sign-in.documents.ts';
import css from './SignIn.module.css';

/** The one-time way in: choose a user name and a password, and be there. */
export function Invitation({ token, language, foot }: { token: string; language: ReactNode; foot: ReactNode }) {
  const intl = useIntl();
  usePageTitle(intl.formatMessage({ id: 'identity.invitation.title', defaultMessage: 'Velkommen' }));
  const [accept, { loading, error }] = useAskOnce(ACCEPT_INVITATION);
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const fault = (field: string) => {
    const problem = refusalOf(error)?.fields.find((one) => one.field === field)?.problem;
    return problem ? problemWords(intl, problem) : undefined;
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const entered = await accept({ token, signInName: name, password });
    if (entered?.acceptInvitation) window.location.assign('/');
  };
  return (
    <div className={css.alone}>
      <main id="main">
        <div className={css.first}>
          <Logo />
          {language}
        </div>
        <h1>
          <FormattedMessage id="identity.invitation.heading" defaultMessage="Velkommen til Pejling" />
        </h1>
        <p className="ink2">
          <FormattedMessage
            id="identity.invitation.lead"
            defaultMessage="Vælg et brugernavn og en adgangskode på mindst tolv tegn. Linket virker kun denne ene gang."
          />
        </p>
        {error !== null && !fault('signInName') && !fault('password') && (
          <Banner tone="warn" title={intl.formatMessage({ id: 'identity.notIn', defaultMessage: 'Du kom ikke ind' })}>
            {refusalCode(error) === 'SIGN_IN_REFUSED' ? (
              <FormattedMessage
                id="identity.invitation.refused"
                defaultMessage="Invitationen er brugt eller for gammel, eller brugernavnet er taget. Prøv et andet navn, eller bed om en ny invitation."
              />
            ) : (
              refusalWords(intl, error)
            )}
          </Banner>
        )}
        <form onSubmit={(event) => void submit(event)} className={css.form}>
          <TextField
            label={intl.formatMessage({ id: 'identity.name', defaultMessage: 'Brugernavn' })}
            value={name}
            onChange={setName}
            autoComplete="username"
            fault={fault('signInName')}
          />
          <TextField
            label={intl.formatMessage({ id: 'identity.password', defaultMessage: 'Adgangskode' })}
            type="password"
            value={password}
            onChange={setPassword}
            autoComplete="new-password"
            fault={fault('password')}
          />
          <Button variant="primary" type="submit" pending={loading} wide>
            <FormattedMessage id="identity.invitation.enter" defaultMessage="Kom ind" />
          </Button>
        </form>
      </main>
      {foot}
    </div>
  );
}
