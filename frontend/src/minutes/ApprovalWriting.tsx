import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Button } from '#ui/Button.tsx';
import { Select } from '#ui/Select.tsx';
import { TextArea } from '#ui/TextArea.tsx';
import type { Mutated } from '../live/parts/use-mutate.ts';
import { refusalWords } from '../platform/parts/refusals.ts';
import css from './Minutes.module.css';

const ALL_OF_IT = 'all';

/** An objection or an amendment: what it is about, and the words. What was written stays while it is not sent. */
export function ApprovalWriting({
  what,
  items,
  send,
  onClose,
}: {
  what: 'objection' | 'amendment';
  items: readonly { id: string; position: number; title: string }[];
  send: (itemId: string | null, text: string) => Promise<Mutated<unknown>>;
  onClose: () => void;
}) {
  const intl = useIntl();
  const [place, setPlace] = useState(ALL_OF_IT);
  const [text, setText] = useState('');
  const [fault, setFault] = useState<unknown>(null);
  const [isSending, setSending] = useState(false);
  const submit = async () => {
    if (isSending) return;
    setSending(true);
    const { error } = await send(place === ALL_OF_IT ? null : place, text);
    setSending(false);
    if (error) setFault(error);
    else onClose();
  };
  return (
    <form
      className={css.write}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <TextArea
        autoFocus
        label={
          what === 'objection'
            ? intl.formatMessage({ id: 'minutes.objectionLabel', defaultMessage: 'Hvad skulle der have stået?' })
            : intl.formatMessage({ id: 'minutes.amendmentLabel', defaultMessage: 'Hvad er kommet til siden?' })
        }
        hint={intl.formatMessage({ id: 'minutes.noNames', defaultMessage: 'Skriv ikke elevnavne' })}
        value={text}
        onChange={(words) => {
          setText(words);
          setFault(null);
        }}
        rows={3}
        fault={fault ? refusalWords(intl, fault) : undefined}
      />
      <Select
        label={intl.formatMessage({ id: 'minutes.writingAbout', defaultMessage: 'Hvad handler det om?' })}
        options={[
          {
            id: ALL_OF_IT,
            label: intl.formatMessage({ id: 'minutes.writingAbout.all', defaultMessage: 'Hele referatet' }),
          },
          ...items.map(({ id, position, title }) => ({ id, label: `${position} ${title}` })),
        ]}
        value={place}
        onChange={setPlace}
      />
      <div className={css.buttons}>
        <Button type="submit" variant="secondary" pending={isSending}>
          <FormattedMessage id="minutes.write" defaultMessage="Skriv det ind" />
        </Button>
        <Button variant="quiet" onPress={onClose}>
          <FormattedMessage id="minutes.cancel" defaultMessage="Fortryd" />
        </Button>
      </div>
    </form>
  );
}
