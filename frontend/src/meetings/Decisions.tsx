import { Check, Pencil, X } from 'lucide-react';
import { useId, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { problemIn, TEXT_LIMITS } from '#domain/text-rules.ts';
import { Button } from '#ui/Button.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { TextField } from '#ui/TextField.tsx';
import { useMutate } from '../live/parts/use-mutate.ts';
import { problemWords, refusalOf, refusalWords } from '../platform/parts/refusals.ts';
import css from './LiveItem.module.css';
import { ADD_DECISION, CHANGE_DECISION, REMOVE_DECISION } from './live.documents.ts';
import type { ItemData, MeetingData } from './parts/meeting.documents.ts';

type DecisionData = NonNullable<MeetingData['decisions']>[number];

export const DECISION_FIELD = 'decision-field';

/**
 * What is decided under the item, written in place: a line and Enter.
 * @param props.fieldId for whoever leads somebody to the field
 * @param props.title where it stands among others of its kind; a heading a level below
 */
export function Decisions({
  item,
  decisions,
  readOnly,
  fieldId,
  title,
}: {
  item: Pick<ItemData, 'id'>;
  decisions: readonly DecisionData[];
  readOnly: boolean;
  fieldId?: string;
  title?: string;
}) {
  const intl = useIntl();
  const titleId = useId();
  const [text, setText] = useState('');
  const [id, setId] = useState(() => crypto.randomUUID());
  const [add, adding] = useMutate(ADD_DECISION, { again: true });
  const problem = text === '' ? null : problemIn(text, { max: TEXT_LIMITS.paragraph });
  const fault = problem ? problemWords(intl, problem) : adding.error ? faultWords(adding.error) : undefined;
  const submit = async () => {
    if (text.trim() === '' || problem || adding.pending) return;
    const { error } = await add({ itemId: item.id, text: text.trim(), id });
    if (error) return;
    setText('');
    setId(crypto.randomUUID());
  };
  function faultWords(error: unknown): string {
    const [field] = refusalOf(error)?.fields ?? [];
    return field ? problemWords(intl, field.problem) : refusalWords(intl, error);
  }
  if (readOnly && decisions.length === 0) return null;
  return (
    <section className={css.decisions} aria-labelledby={titleId}>
      {title ? (
        <h3 id={titleId}>{title}</h3>
      ) : (
        <h2 id={titleId} className="h3">
          <FormattedMessage id="meetings.live.decisions" defaultMessage="Beslutninger" />
        </h2>
      )}
      {decisions.length > 0 && (
        <ul className={css.decisionList}>
          {decisions.map((decision) => (
            <DecisionLine key={decision.id} decision={decision} readOnly={readOnly} />
          ))}
        </ul>
      )}
      {!readOnly && (
        <form
          className={css.decisionForm}
          onSubmit={(event) => {
            event.preventDefault();
            void submit();
          }}
        >
          <TextField
            label={intl.formatMessage({ id: 'meetings.live.decision.new', defaultMessage: 'Ny beslutning' })}
            hideLabel
            {...(fieldId && { id: fieldId })}
            value={text}
            onChange={(next) => {
              setText(next);
              adding.forget();
            }}
            placeholder={intl.formatMessage({
              id: 'meetings.live.decision.placeholder',
              defaultMessage: 'Vi beslutter, at …',
            })}
            fault={fault}
          />
          <Button type="submit" isDisabled={text.trim() === ''} pending={adding.pending}>
            <FormattedMessage id="meetings.live.decision.add" defaultMessage="Skriv beslutningen ind" />
          </Button>
        </form>
      )}
    </section>
  );
}

function DecisionLine({ decision, readOnly }: { decision: DecisionData; readOnly: boolean }) {
  const intl = useIntl();
  const [text, setText] = useState<string | null>(null);
  const [theirs, setTheirs] = useState<string | null>(null);
  const [change, changing] = useMutate(CHANGE_DECISION, { again: true });
  const [remove] = useMutate(REMOVE_DECISION);
  const save = async () => {
    if (text === null || text.trim() === '') return;
    if (text.trim() === decision.text) return setText(null);
    const { error, refusal } = await change({ decisionId: decision.id, text: text.trim(), seen: decision.revision });
    if (!error) return setText(null);
    if (refusal?.code === 'CHANGED_MEANWHILE') setTheirs(String(refusal.current['text'] ?? ''));
  };
  if (text === null) {
    return (
      <li className={css.decision}>
        <Check aria-hidden className={css.decisionMark} />
        <span>{decision.text}</span>
        {!readOnly && (
          <span className={css.decisionTools}>
            <IconButton
              label={intl.formatMessage({ id: 'meetings.live.decision.change', defaultMessage: 'Ret beslutningen' })}
              icon={<Pencil aria-hidden />}
              onPress={() => setText(decision.text)}
            />
            <IconButton
              label={intl.formatMessage({ id: 'meetings.live.decision.remove', defaultMessage: 'Fjern beslutningen' })}
              icon={<X aria-hidden />}
              onPress={() => void remove({ decisionId: decision.id })}
            />
          </span>
        )}
      </li>
    );
  }
  const fault = changing.error ? refusalWords(intl, changing.error) : undefined;
  return (
    <li>
      <form
        className={css.decisionForm}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextField
          label={intl.formatMessage({ id: 'meetings.live.decision.change', defaultMessage: 'Ret beslutningen' })}
          hideLabel
          autoFocus
          value={text}
          onChange={setText}
          fault={
            theirs === null
              ? fault
              : intl.formatMessage(
                  {
                    id: 'meetings.live.decision.theirs',
                    defaultMessage:
                      'En anden rettede den imens til: “{theirs}”. Din tekst står her endnu; gem igen, hvis den skal gælde.',
                  },
                  { theirs },
                )
          }
        />
        <Button type="submit" pending={changing.pending}>
          <FormattedMessage id="meetings.live.decision.save" defaultMessage="Gem rettelsen" />
        </Button>
      </form>
    </li>
  );
}
