import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { LONGEST_SILENT_MIN } from '#domain/silent-lifecycle.ts';
import { problemIn, TEXT_LIMITS } from '#domain/text-rules.ts';
import { Button } from '#ui/Button.tsx';
import { Disclosure } from '#ui/Disclosure.tsx';
import { NumberStepper } from '#ui/NumberStepper.tsx';
import { Switch } from '#ui/Switch.tsx';
import { TextField } from '#ui/TextField.tsx';
import { useMutate } from '../live/parts/use-mutate.ts';
import type { ItemData } from '../meetings/parts/meeting.documents.ts';
import { problemWords, refusalWords } from '../platform/parts/refusals.ts';
import { OPEN_SILENT_WRITING } from './parts/silent.documents.ts';
import css from './Reflections.module.css';

/** The guidance when it asks something, else the title. */
const questionOf = (item: ItemData): string =>
  (item.guidance.includes('?') ? item.guidance : item.title).slice(0, TEXT_LIMITS.line);

/** One tap begins; what is asked, how long and whether names are shown can be chosen first. */
export function StartSilent({ item, again }: { item: ItemData; again: boolean }) {
  const intl = useIntl();
  const [open, { pending, error }] = useMutate(OPEN_SILENT_WRITING);
  const [question, setQuestion] = useState(() => questionOf(item));
  const [minutes, setMinutes] = useState(() => Math.min(LONGEST_SILENT_MIN, item.plannedMin + item.extendedMin));
  const [withNames, setWithNames] = useState(false);
  const problem = problemIn(question, { max: TEXT_LIMITS.line, required: true });
  const start = (
    <>
      <TextField
        label={intl.formatMessage({ id: 'reflections.start.question', defaultMessage: 'Det skriver vi om' })}
        value={question}
        onChange={setQuestion}
        fault={problem ? problemWords(intl, problem) : undefined}
      />
      <div className={css.startRow}>
        <Button
          size="large"
          pending={pending}
          isDisabled={problem !== null}
          onPress={() => void open({ itemId: item.id, question: question.trim(), minutes, withNames })}
        >
          <FormattedMessage
            id="reflections.start"
            defaultMessage="Start tavs refleksion, {minutes} min"
            values={{ minutes }}
          />
        </Button>
      </div>
      {error !== null && <p role="alert">{refusalWords(intl, error)}</p>}
    </>
  );
  const choices = (
    <div className={css.choices}>
      <NumberStepper
        label={intl.formatMessage({ id: 'reflections.start.minutes', defaultMessage: 'Minutter' })}
        showLabel
        unit="min"
        lessLabel={intl.formatMessage({ id: 'reflections.start.less', defaultMessage: 'Et minut mindre' })}
        moreLabel={intl.formatMessage({ id: 'reflections.start.more', defaultMessage: 'Et minut mere' })}
        minValue={1}
        maxValue={LONGEST_SILENT_MIN}
        value={minutes}
        onChange={(value) => setMinutes(Number.isNaN(value) ? 1 : value)}
      />
      <Switch
        isSelected={withNames}
        onChange={setWithNames}
        detail={intl.formatMessage({
          id: 'reflections.start.namesDetail',
          defaultMessage: 'Kun teamet og ressourcepersonen ser dem. Det kan ikke ændres bagefter.',
        })}
      >
        <FormattedMessage id="reflections.start.names" defaultMessage="Vis, hvem der har skrevet hvad" />
      </Switch>
    </div>
  );
  if (again)
    return (
      <Disclosure
        className={css.again!}
        title={intl.formatMessage({ id: 'reflections.start.again', defaultMessage: 'En tavs refleksion til' })}
      >
        <div className={css.choices}>
          {choices}
          {start}
        </div>
      </Disclosure>
    );
  return (
    <section className={css.start} aria-labelledby="start-silent">
      <h2 id="start-silent" className="h3">
        <FormattedMessage id="reflections.start.title" defaultMessage="Skriv hver for sig først" />
      </h2>
      <p className="ink2">
        <FormattedMessage
          id="reflections.start.lead"
          defaultMessage="Alle skriver på telefon eller computer. Ingen kan se andres indlæg, før I viser dem alle på én gang."
        />
      </p>
      {start}
      <Disclosure title={intl.formatMessage({ id: 'reflections.start.choose', defaultMessage: 'Tid og navne' })}>
        {choices}
      </Disclosure>
    </section>
  );
}
