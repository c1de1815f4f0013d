import { useState, type ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { TextArea } from '#ui/TextArea.tsx';
import { useMutate } from '../../live/parts/use-mutate.ts';
import { refusalOf, refusalWords } from '../../platform/parts/refusals.ts';
import css from './ActionCard.module.css';
import { MOVE_ACTION, type ActionData } from './action.documents.ts';
import { eventsFor, eventWords } from './action-events.ts';
import { CloseTrial } from './CloseTrial.tsx';

/** The steps that the action's lifecycle opens now. Closing a trial asks what was seen; giving up asks why, and is learning too. */
export function ActionSteps({ action, children }: { action: ActionData; children?: ReactNode }) {
  const intl = useIntl();
  const [asking, setAsking] = useState<'CLOSE' | 'ABANDON' | null>(null);
  const [move, { pending, error }] = useMutate(MOVE_ACTION);
  const done = () => setAsking(null);
  const isOpen = action.state !== 'CLOSED' && action.state !== 'ABANDONED';
  const take = (event: string) => {
    if (event === 'CLOSE' && action.kind === 'TRIAL') setAsking('CLOSE');
    else void move({ id: action.id, seenRevision: action.revision, event });
  };
  return (
    <div className={css.buttons}>
      {eventsFor(action).map((event) => (
        <Button key={event} variant="quiet" size="small" pending={pending} onPress={() => take(event)}>
          {eventWords(intl, event)}
        </Button>
      ))}
      {children}
      {isOpen && (
        <Button variant="quiet" size="small" onPress={() => setAsking('ABANDON')}>
          <FormattedMessage id="actions.abandon" defaultMessage="Opgiv" />
        </Button>
      )}
      {error !== null && asking === null && <p role="alert">{refusalWords(intl, error)}</p>}
      {asking === 'CLOSE' && (
        <Dialog
          isOpen
          onClose={done}
          title={action.title}
          closeLabel={intl.formatMessage({ id: 'actions.close', defaultMessage: 'Luk' })}
        >
          <CloseTrial action={action} onDone={done} />
        </Dialog>
      )}
      {asking === 'ABANDON' && <Abandon action={action} onDone={done} />}
    </div>
  );
}

/** Asks why it makes sense to let it go. */
export function Abandon({ action, onDone }: { action: ActionData; onDone: () => void }) {
  const intl = useIntl();
  const [reason, setReason] = useState('');
  const [move, { pending, error }] = useMutate(MOVE_ACTION);
  const isEmpty = reason.trim() === '';
  const refusal = refusalOf(error);
  const abandon = async () => {
    const { error: fault } = await move({ id: action.id, seenRevision: action.revision, event: 'ABANDON', reason });
    if (!fault) onDone();
  };
  return (
    <Dialog
      isOpen
      onClose={onDone}
      title={intl.formatMessage({ id: 'actions.abandon.title', defaultMessage: 'Opgiv handlingen' })}
      closeLabel={intl.formatMessage({ id: 'actions.close', defaultMessage: 'Luk' })}
      foot={
        <>
          <Button variant="quiet" onPress={onDone}>
            <FormattedMessage id="actions.cancel" defaultMessage="Fortryd" />
          </Button>
          <Button variant="primary" isDisabled={isEmpty} pending={pending} onPress={() => void abandon()}>
            <FormattedMessage id="actions.abandon.do" defaultMessage="Opgiv den" />
          </Button>
        </>
      }
    >
      <TextArea
        label={intl.formatMessage({
          id: 'actions.abandon.why',
          defaultMessage: 'Hvorfor giver det mening at slippe den?',
        })}
        hint={intl.formatMessage({
          id: 'actions.abandon.hint',
          defaultMessage: 'Også det er noget, I har lært. Skriv ikke elevnavne.',
        })}
        value={reason}
        onChange={setReason}
        rows={3}
        autoFocus
        fault={error !== null && refusal ? refusalWords(intl, error) : undefined}
      />
    </Dialog>
  );
}
