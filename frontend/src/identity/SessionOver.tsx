import { useEffect, useRef, useState, useSyncExternalStore, type FormEvent } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Banner } from '#ui/Banner.tsx';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { TextField } from '#ui/TextField.tsx';
import { askOnce, useAskOnce } from '../platform/parts/ask-once.ts';
import { refusalWords } from '../platform/parts/refusals.ts';
import { useSession } from './parts/session.ts';
import { useViewer } from './parts/viewer.ts';
import { DEMONSTRATION_PASSWORD, DEMONSTRATION_SIGN_INS, SIGN_IN } from './sign-in.documents.ts';
import css from './SessionOver.module.css';

/** Over any page whose session has ended: sign in on the spot, and everything on it goes on. Nothing while it lasts. */
export function SessionOver({ onBack }: { onBack: () => void }) {
  const intl = useIntl();
  const session = useSession();
  const isOver = useSyncExternalStore(session.watch, session.over);
  const [isAside, setAside] = useState(false);
  const wasOver = useRef(false);
  useEffect(() => {
    if (wasOver.current && !isOver) {
      setAside(false);
      onBack();
    }
    wasOver.current = isOver;
  }, [isOver, onBack]);
  if (!isOver) return null;
  if (!isAside) return <SignInHere onAside={() => setAside(true)} />;
  return (
    <aside
      className={css.bar}
      aria-label={intl.formatMessage({ id: 'identity.over.banner', defaultMessage: 'Du er logget ud' })}
    >
      <Banner
        tone="warn"
        title={<FormattedMessage id="identity.over.banner" defaultMessage="Du er logget ud" />}
        actions={
          <Button onPress={() => setAside(false)}>
            <FormattedMessage id="identity.over.title" defaultMessage="Log ind igen" />
          </Button>
        }
      >
        <FormattedMessage
          id="identity.over.aside"
          defaultMessage="Du kan læse videre. Det, du skriver nu, bliver her og sendes først, når du er logget ind igen."
        />
      </Banner>
    </aside>
  );
}

function SignInHere({ onAside }: { onAside: () => void }) {
  const intl = useIntl();
  const session = useSession();
  const viewer = useViewer();
  const [signIn, { loading, error }] = useAskOnce(SIGN_IN);
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [offered, setOffered] = useState<string | null>(null);
  useEffect(() => {
    if (!viewer.isDemonstration) return undefined;
    let isLeft = false;
    askOnce(DEMONSTRATION_SIGN_INS, {}).then(
      ({ demonstrationSignIns }) => {
        const same = demonstrationSignIns.find(
          (one) => one.displayName === viewer.displayName && one.municipalityName === viewer.municipalityName,
        );
        if (!isLeft) setOffered(same?.signInName ?? null);
      },
      () => undefined,
    );
    return () => {
      isLeft = true;
    };
  }, [viewer]);
  const enter = async (signInName: string, secret: string) => {
    const entered = await signIn({ signInName, password: secret });
    if (entered?.signIn) await session.entered();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void enter(name, password);
  };
  return (
    <Dialog
      isOpen
      alert
      size="small"
      onClose={onAside}
      title={intl.formatMessage({ id: 'identity.over.title', defaultMessage: 'Log ind igen' })}
      closeLabel={intl.formatMessage({ id: 'identity.over.close', defaultMessage: 'Luk, og læs videre' })}
    >
      <form onSubmit={submit} className={css.form}>
        <p>
          <FormattedMessage
            id="identity.over.what"
            defaultMessage="Du er logget ud. Det, du har skrevet, står her endnu. Log ind, {name}, så går det videre herfra."
            values={{ name: viewer.displayName }}
          />
        </p>
        {error !== null && (
          <Banner tone="warn" title={intl.formatMessage({ id: 'identity.notIn', defaultMessage: 'Du kom ikke ind' })}>
            {refusalWords(intl, error)}
          </Banner>
        )}
        {offered !== null && (
          <Button variant="primary" wide pending={loading} onPress={() => void enter(offered, DEMONSTRATION_PASSWORD)}>
            <FormattedMessage
              id="identity.over.demonstration"
              defaultMessage="Fortsæt som {name}"
              values={{ name: viewer.displayName }}
            />
          </Button>
        )}
        <TextField
          label={intl.formatMessage({ id: 'identity.name', defaultMessage: 'Brugernavn' })}
          value={name}
          onChange={setName}
          autoComplete="username"
        />
        <TextField
          label={intl.formatMessage({ id: 'identity.password', defaultMessage: 'Adgangskode' })}
          type="password"
          value={password}
          onChange={setPassword}
          autoComplete="current-password"
        />
        <Button variant={offered === null ? 'primary' : 'secondary'} type="submit" pending={loading} wide>
          <FormattedMessage id="identity.signIn" defaultMessage="Log ind" />
        </Button>
        <p className="small ink2">
          <FormattedMessage
            id="identity.over.another"
            defaultMessage="Logger en anden ind her, hentes siden på ny, og det, du ikke har fået sendt, venter til næste gang, du selv logger ind på denne enhed."
          />
        </p>
      </form>
    </Dialog>
  );
}
