import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { TextField } from '#ui/TextField.tsx';
import { useMutate } from '../live/parts/use-mutate.ts';
import css from './LendScreen.module.css';
import { codeOf, lendFault } from './parts/lend-words.ts';
import { LEND_SCREEN } from './parts/projector.documents.ts';

/** The six digits that stand on the screen, and what everybody will see there. */
export function LendDialog({ meetingId, onClose }: { meetingId: string; onClose: () => void }) {
  const intl = useIntl();
  const [text, setText] = useState('');
  const [asked, setAsked] = useState(false);
  const [lend, { pending, error, forget }] = useMutate(LEND_SCREEN);
  const code = codeOf(text);
  const fault =
    error !== null
      ? lendFault(intl, error)
      : asked && !code
        ? intl.formatMessage({ id: 'projector.lend.notACode', defaultMessage: 'Koden er seks tal.' })
        : undefined;
  const send = async () => {
    setAsked(true);
    if (!code || pending) return;
    const answer = await lend({ meetingId, code });
    if (!answer.error) onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="small"
      title={intl.formatMessage({ id: 'projector.lend.title', defaultMessage: 'Vis mødet på skærmen i lokalet' })}
      closeLabel={intl.formatMessage({ id: 'projector.lend.close', defaultMessage: 'Luk' })}
      foot={
        <>
          <Button onPress={onClose}>
            <FormattedMessage id="projector.lend.cancel" defaultMessage="Ikke nu" />
          </Button>
          <Button variant="primary" pending={pending} onPress={() => void send()}>
            <FormattedMessage id="projector.lend.send" defaultMessage="Vis på skærmen" />
          </Button>
        </>
      }
    >
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <p>
          <FormattedMessage
            id="projector.lend.how"
            defaultMessage="Åbn {address} på skærmen. Der står en kode."
            values={{ address: <strong>{`${window.location.host}/skaerm`}</strong> }}
          />
        </p>
        <TextField
          className={css.code!}
          label={intl.formatMessage({ id: 'projector.lend.code', defaultMessage: 'Koden på skærmen' })}
          value={text}
          onChange={(next) => {
            setText(next);
            setAsked(false);
            forget();
          }}
          inputMode="numeric"
          autoComplete="off"
          maxLength={9}
          fault={fault}
          autoFocus
        />
        <p className="small ink2">
          <FormattedMessage
            id="projector.lend.promise"
            defaultMessage="Skærmen viser dagsorden, tid, beslutninger og handlinger, til mødet slutter. Den viser ingen navne og ingen noter, og alle i mødet kan tage den tilbage."
          />
        </p>
      </form>
    </Dialog>
  );
}
