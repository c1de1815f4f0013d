import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Button } from '#ui/Button.tsx';
import { TextArea } from '#ui/TextArea.tsx';
import type { MinutesQuery } from '../gql/graphql.ts';
import { useMutate } from '../live/parts/use-mutate.ts';
import { refusalWords } from '../platform/parts/refusals.ts';
import { ANSWER } from './minutes.documents.ts';
import css from './Minutes.module.css';

type Objection = NonNullable<MinutesQuery['minutes']['objections']>[number];

/** What somebody present would have otherwise, with what was answered; whoever leads the meeting answers. */
export function Objections({ minutes, onAnswered }: { minutes: MinutesQuery['minutes']; onAnswered: () => void }) {
  return (minutes.objections ?? []).map((objection) => (
    <div key={objection.id} className={css.objection}>
      <p>
        <strong>
          <FormattedMessage
            id="minutes.objection"
            defaultMessage="Indsigelse{about, select, item { til »{item}«} other {}}"
            values={{
              about: objection.itemId ? 'item' : 'all',
              item: minutes.text.items.find(({ id }) => id === objection.itemId)?.title ?? '',
            }}
          />
        </strong>{' '}
        {objection.text}
      </p>
      {objection.answer ? (
        <p>
          <FormattedMessage
            id="minutes.objectionAnswer"
            defaultMessage="<b>Svar</b> {answer}"
            values={{ answer: objection.answer, b: (words) => <strong>{words}</strong> }}
          />
        </p>
      ) : minutes.may.includes('minutes.approve') ? (
        <Answer meetingId={minutes.id} objection={objection} onAnswered={onAnswered} />
      ) : (
        <p className="small ink2">
          <FormattedMessage
            id="minutes.objectionWaits"
            defaultMessage="Venter på svar fra mødelederen. Referatet kan godkendes, når der er svaret."
          />
        </p>
      )}
    </div>
  ));
}

function Answer({
  meetingId,
  objection,
  onAnswered,
}: {
  meetingId: string;
  objection: Objection;
  onAnswered: () => void;
}) {
  const intl = useIntl();
  const [answer, { pending, error }] = useMutate(ANSWER);
  const [text, setText] = useState('');
  const send = async () => {
    const { error: fault } = await answer({ meetingId, objectionId: objection.id, text });
    if (!fault) onAnswered();
  };
  return (
    <form
      className={css.write}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <TextArea
        label={intl.formatMessage({ id: 'minutes.answerLabel', defaultMessage: 'Mødelederens svar' })}
        hint={intl.formatMessage({
          id: 'minutes.answerFirst',
          defaultMessage: 'Når der er svaret, kan referatet godkendes.',
        })}
        value={text}
        onChange={setText}
        rows={2}
        fault={error ? refusalWords(intl, error) : undefined}
      />
      <Button type="submit" variant="secondary" pending={pending}>
        <FormattedMessage id="minutes.answer" defaultMessage="Svar" />
      </Button>
    </form>
  );
}
