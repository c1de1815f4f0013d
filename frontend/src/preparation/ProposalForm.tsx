import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { LONGEST_ITEM_MIN, PROPOSED_KINDS } from '#domain/proposal-lifecycle.ts';
import { TEXT_LIMITS, problemIn } from '#domain/text-rules.ts';
import { Button } from '#ui/Button.tsx';
import { NumberStepper } from '#ui/NumberStepper.tsx';
import { Select } from '#ui/Select.tsx';
import { TextField } from '#ui/TextField.tsx';
import type { Mutated } from '../live/parts/use-mutate.ts';
import { kindWords } from '../meetings/parts/meeting-words.ts';
import { problemWords, refusalWords } from '../platform/parts/refusals.ts';
import css from './Preparation.module.css';
import type { ProposalData } from './parts/preparation.documents.ts';

export type ProposalWords = Pick<ProposalData, 'title' | 'why' | 'minutes' | 'kind'>;

const NEW: ProposalWords = { title: '', why: '', minutes: 10, kind: 'DISCUSSION' };

/** What one wishes on the agenda: a title, why in one line, how long, and what for. */
export function ProposalForm({
  before = NEW,
  send,
  sendWords,
  onClose,
}: {
  before?: ProposalWords;
  send: (words: ProposalWords) => Promise<Mutated<unknown>>;
  sendWords: string;
  onClose: () => void;
}) {
  const intl = useIntl();
  const [words, setWords] = useState(before);
  const [tried, setTried] = useState(false);
  const [fault, setFault] = useState<Mutated<unknown> | null>(null);
  const titleRule = { max: TEXT_LIMITS.title, required: true };
  const problemOf = (field: 'title' | 'why') => {
    const rule = field === 'title' ? { ...titleRule, required: tried } : { max: TEXT_LIMITS.line };
    const problem =
      problemIn(words[field], rule) ?? fault?.refusal?.fields.find((one) => one.field === field)?.problem ?? null;
    return problem ? problemWords(intl, problem) : undefined;
  };
  const change = (some: Partial<ProposalWords>) => {
    setWords({ ...words, ...some });
    setFault(null);
  };
  const submit = async () => {
    setTried(true);
    if (problemIn(words.title, titleRule) || problemIn(words.why, { max: TEXT_LIMITS.line })) return;
    const answer = await send({ ...words, title: words.title.trim(), why: words.why.trim() });
    if (answer.error) setFault(answer);
    else onClose();
  };
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <TextField
        autoFocus
        label={intl.formatMessage({ id: 'preparation.propose.title', defaultMessage: 'Hvad skal vi tage op?' })}
        aside={intl.formatMessage({ id: 'preparation.noNames', defaultMessage: 'Skriv ikke elevnavne' })}
        value={words.title}
        onChange={(title) => change({ title })}
        fault={problemOf('title')}
      />
      <TextField
        label={intl.formatMessage({ id: 'preparation.propose.why', defaultMessage: 'Hvorfor nu? (én linje)' })}
        value={words.why}
        onChange={(why) => change({ why })}
        fault={problemOf('why')}
      />
      <div className={css.two}>
        <NumberStepper
          showLabel
          label={intl.formatMessage({ id: 'preparation.propose.minutes', defaultMessage: 'Minutter' })}
          unit={intl.formatMessage({ id: 'preparation.min', defaultMessage: 'min' })}
          lessLabel={intl.formatMessage({ id: 'preparation.propose.less', defaultMessage: 'Et minut mindre' })}
          moreLabel={intl.formatMessage({ id: 'preparation.propose.more', defaultMessage: 'Et minut mere' })}
          minValue={1}
          maxValue={LONGEST_ITEM_MIN}
          value={words.minutes}
          onChange={(minutes) => Number.isInteger(minutes) && change({ minutes })}
        />
        <Select
          label={intl.formatMessage({ id: 'preparation.propose.kind', defaultMessage: 'Hvad skal vi med det?' })}
          options={PROPOSED_KINDS.map((kind) => ({ id: kind, label: kindWords(intl, kind) }))}
          value={words.kind}
          onChange={(kind) => change({ kind })}
        />
      </div>
      {fault?.error != null && !fault.refusal?.fields.length && <p role="alert">{refusalWords(intl, fault.error)}</p>}
      <div className={css.buttons}>
        <Button type="submit">{sendWords}</Button>
        <Button variant="quiet" onPress={onClose}>
          <FormattedMessage id="preparation.close" defaultMessage="Luk" />
        </Button>
      </div>
    </form>
  );
}
