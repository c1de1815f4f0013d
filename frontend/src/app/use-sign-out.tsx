import { useApolloClient } from '@apollo/client/react';
import { useState, type ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { useSession } from '../identity/parts/session.ts';
import { SIGN_OUT } from '../identity/sign-in.documents.ts';
import { useNoteKeeper } from '../notes/parts/note-keeping.tsx';
import { refusalCode } from '../platform/parts/refusals.ts';

/**
 * Signing out. It asks first when this device holds words that nobody else has yet, and deletes them only when the session is
 * really over: without a connection it stays open at the server, and that is said.
 * @returns the way to ask for it, and the question where it is asked
 */
export function useSignOut(onSignedOut: () => void): { signOut: () => void; question: ReactNode } {
  const session = useSession();
  const keeper = useNoteKeeper();
  const client = useApolloClient();
  const [asked, setAsked] = useState<'unsent' | 'away' | null>(null);
  const leave = async () => {
    session.leaves(true);
    let isAnothers = false;
    try {
      await client.mutate({ mutation: SIGN_OUT, context: { leaves: true }, fetchPolicy: 'no-cache' });
    } catch (error) {
      const code = refusalCode(error);
      if (code !== 'SIGNED_OUT' && code !== 'ANOTHER_PERSON') {
        session.leaves(false);
        return setAsked('away');
      }
      isAnothers = code === 'ANOTHER_PERSON';
    }
    await keeper?.forget();
    // Whoever signed in in another tab stays signed in.
    return isAnothers ? session.handOver() : onSignedOut();
  };
  const ask = async () => {
    if (await keeper?.hasUnsent()) setAsked('unsent');
    else await leave();
  };
  const stay = () => setAsked(null);
  return {
    signOut: () => void ask(),
    question:
      asked === 'unsent' ? (
        <Unsent onStay={stay} onLeave={() => void leave()} />
      ) : asked === 'away' ? (
        <Away onStay={stay} onAgain={() => void ask()} />
      ) : null,
  };
}

function Unsent({ onStay, onLeave }: { onStay: () => void; onLeave: () => void }) {
  const intl = useIntl();
  return (
    <Dialog
      isOpen
      alert
      size="small"
      onClose={onStay}
      title={intl.formatMessage({ id: 'app.unsent.title', defaultMessage: 'Du har tekst, der ikke er sendt' })}
      closeLabel={intl.formatMessage({ id: 'app.unsent.close', defaultMessage: 'Luk' })}
      foot={
        <>
          <Button variant="danger" onPress={onLeave}>
            <FormattedMessage id="app.unsent.leave" defaultMessage="Log ud og slet" />
          </Button>
          <Button variant="primary" onPress={onStay}>
            <FormattedMessage id="app.unsent.stay" defaultMessage="Bliv" />
          </Button>
        </>
      }
    >
      <p>
        <FormattedMessage
          id="app.unsent.what"
          defaultMessage="Noget af det, du har skrevet, ligger kun på denne enhed. Bliv, til der er forbindelse, så sendes det af sig selv. Logger du ud nu, bliver det slettet."
        />
      </p>
    </Dialog>
  );
}

function Away({ onStay, onAgain }: { onStay: () => void; onAgain: () => void }) {
  const intl = useIntl();
  return (
    <Dialog
      isOpen
      alert
      size="small"
      onClose={onStay}
      title={intl.formatMessage({ id: 'app.notOut.title', defaultMessage: 'Du er ikke logget ud' })}
      closeLabel={intl.formatMessage({ id: 'app.unsent.close', defaultMessage: 'Luk' })}
      foot={
        <>
          <Button onPress={onStay}>
            <FormattedMessage id="app.unsent.stay" defaultMessage="Bliv" />
          </Button>
          <Button variant="primary" onPress={onAgain}>
            <FormattedMessage id="app.notOut.again" defaultMessage="Prøv igen" />
          </Button>
        </>
      }
    >
      <p>
        <FormattedMessage
          id="app.notOut.what"
          defaultMessage="Serveren svarer ikke, og uden den kan du ikke logges ud. Intet er slettet. Gå ikke fra enheden, før det er lykkedes."
        />
      </p>
    </Dialog>
  );
}
