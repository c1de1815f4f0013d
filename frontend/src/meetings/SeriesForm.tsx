import { X } from 'lucide-react';
import { useState } from 'react';
import { parseDate } from '@internationalized/date';
import { FormattedMessage, useIntl, type IntlShape } from 'react-intl';
import { LONGEST_MEETING, SHORTEST_MEETING } from '#inputs/meeting-plan.ts';
import { MOST_IN_SERIES } from '#domain/meeting-series.ts';
import { TEXT_LIMITS, problemIn } from '#domain/text-rules.ts';
import { addDays } from '#domain/iso-week.ts';
import { Button } from '#ui/Button.tsx';
import { Checkbox } from '#ui/Checkbox.tsx';
import { ClockField, DayField } from '#ui/DayField.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { NumberStepper } from '#ui/NumberStepper.tsx';
import { Select } from '#ui/Select.tsx';
import { TextField } from '#ui/TextField.tsx';
import { problemWords } from '../platform/parts/refusals.ts';
import css from './PlanSeries.module.css';
import { dayWords, weekdayWords, weekOf } from './parts/meeting-time.ts';
import type { Rhythm, SeriesDraft } from './series-draft.ts';

const WEEKDAYS = [1, 2, 3, 4, 5];
/** A Monday, to name the days of the week by. */
const SOME_MONDAY = '2026-11-23';

const rhythmWords = (intl: IntlShape): { id: Rhythm; label: string }[] => [
  { id: '1', label: intl.formatMessage({ id: 'series.every', defaultMessage: 'Hver uge' }) },
  { id: '2', label: intl.formatMessage({ id: 'series.everySecond', defaultMessage: 'Hver anden uge' }) },
  { id: '3', label: intl.formatMessage({ id: 'series.everyThird', defaultMessage: 'Hver tredje uge' }) },
  { id: '4', label: intl.formatMessage({ id: 'series.everyFourth', defaultMessage: 'Hver fjerde uge' }) },
  { id: 'EVEN', label: intl.formatMessage({ id: 'series.even', defaultMessage: 'I lige uger' }) },
  { id: 'ODD', label: intl.formatMessage({ id: 'series.odd', defaultMessage: 'I ulige uger' }) },
  { id: 'PICKED', label: intl.formatMessage({ id: 'series.picked', defaultMessage: 'På dage, I selv vælger' }) },
];

/** Which problem stands with which field: what is wrong with the text is said there, the rest under the rhythm. */
export const textProblems = (draft: SeriesDraft) => ({
  name: problemIn(draft.name, { max: TEXT_LIMITS.name, required: true }),
  place: problemIn(draft.place, { max: TEXT_LIMITS.place }),
});

/** How often, which days, from when to when, where, and with which template. */
export function SeriesForm({
  draft,
  onChange,
  templates,
  fault,
}: {
  draft: SeriesDraft;
  onChange: (draft: SeriesDraft) => void;
  templates: readonly { key: string; name: string; minutes: number }[];
  /** What is impossible about the rule. */
  fault: string | undefined;
}) {
  const intl = useIntl();
  const change = (fields: Partial<SeriesDraft>) => onChange({ ...draft, ...fields });
  const problems = textProblems(draft);
  return (
    <>
      <section className={css.part}>
        <h2>
          <FormattedMessage id="series.when" defaultMessage="Hvornår mødes I?" />
        </h2>
        <Select
          className={css.narrow!}
          label={intl.formatMessage({ id: 'series.rhythm', defaultMessage: 'Hvor tit' })}
          options={rhythmWords(intl)}
          value={draft.rhythm}
          onChange={(rhythm) => change({ rhythm: rhythm as Rhythm })}
        />
        {draft.rhythm === 'PICKED' ? (
          <PickedDays draft={draft} onChange={change} />
        ) : (
          <>
            <div
              role="group"
              aria-label={intl.formatMessage({ id: 'series.weekdays', defaultMessage: 'Ugedage' })}
              className={css.weekdays}
            >
              {WEEKDAYS.map((day) => (
                <Checkbox
                  key={day}
                  isSelected={draft.weekdays.includes(day)}
                  onChange={(isOn) =>
                    change({
                      weekdays: isOn
                        ? [...draft.weekdays, day].sort((a, b) => a - b)
                        : draft.weekdays.filter((one) => one !== day),
                    })
                  }
                >
                  {weekdayWords(intl, `${addDays(SOME_MONDAY, day - 1)}T12:00:00Z`)}
                </Checkbox>
              ))}
            </div>
            <div className={css.fields}>
              <DayField
                label={intl.formatMessage({ id: 'series.from', defaultMessage: 'Fra' })}
                value={draft.from}
                onChange={(from) => change({ from })}
              />
              <DayField
                label={intl.formatMessage({ id: 'series.to', defaultMessage: 'Til og med' })}
                value={draft.to}
                onChange={(to) => change({ to })}
              />
            </div>
          </>
        )}
        {fault && (
          <p role="alert" className={css.fault}>
            {fault}
          </p>
        )}
        <div className={css.fields}>
          <ClockField
            label={intl.formatMessage({ id: 'plan.slot.time', defaultMessage: 'Klokken' })}
            value={draft.time}
            onChange={(time) => change({ time })}
          />
          <NumberStepper
            showLabel
            label={intl.formatMessage({ id: 'plan.slot.duration', defaultMessage: 'Varighed' })}
            unit={intl.formatMessage({ id: 'plan.min', defaultMessage: 'min' })}
            lessLabel={intl.formatMessage({ id: 'plan.slot.less', defaultMessage: 'Fem minutter kortere' })}
            moreLabel={intl.formatMessage({ id: 'plan.slot.more', defaultMessage: 'Fem minutter længere' })}
            value={draft.durationMin}
            minValue={SHORTEST_MEETING}
            maxValue={LONGEST_MEETING}
            step={5}
            onChange={(durationMin) => Number.isInteger(durationMin) && change({ durationMin })}
          />
        </div>
        <TextField
          className={css.narrow!}
          label={intl.formatMessage({ id: 'plan.slot.place', defaultMessage: 'Sted' })}
          value={draft.place}
          onChange={(place) => change({ place })}
          fault={problems.place ? problemWords(intl, problems.place) : undefined}
        />
      </section>
      <section className={css.part}>
        <h2>
          <FormattedMessage id="series.what" defaultMessage="Hvad er det for møder?" />
        </h2>
        <Select
          className={css.narrow!}
          label={intl.formatMessage({ id: 'series.template', defaultMessage: 'Skabelon til dagsordenen' })}
          options={templates.map(({ key, name, minutes }) => ({
            id: key,
            label: name,
            detail: intl.formatMessage({ id: 'series.template.minutes', defaultMessage: '{minutes} min' }, { minutes }),
          }))}
          value={draft.templateKey}
          onChange={(templateKey) => change({ templateKey })}
        />
        <TextField
          className={css.narrow!}
          label={intl.formatMessage({ id: 'series.name', defaultMessage: 'Møderækkens navn' })}
          hint={intl.formatMessage({
            id: 'series.name.hint',
            defaultMessage: 'Det, I ikke når, går videre til næste møde i rækken med samme navn.',
          })}
          value={draft.name}
          onChange={(name) => change({ name })}
          fault={problems.name ? problemWords(intl, problems.name) : undefined}
        />
      </section>
    </>
  );
}

function PickedDays({
  draft,
  onChange,
}: {
  draft: SeriesDraft;
  onChange: (fields: Pick<SeriesDraft, 'picked'>) => void;
}) {
  const intl = useIntl();
  const [day, setDay] = useState(draft.from);
  const add = () => {
    onChange({ picked: [...new Set([...draft.picked, day.toString()])].sort() });
    setDay(parseDate(addDays(day.toString(), 14)));
  };
  const words = (one: string) => {
    const at = `${one}T12:00:00Z`;
    return intl.formatMessage(
      { id: 'series.day', defaultMessage: '{weekday} {day}, uge {week}' },
      { weekday: weekdayWords(intl, at), day: dayWords(intl, at), week: weekOf(at) },
    );
  };
  return (
    <div className={css.part}>
      <div className={css.fields}>
        <DayField
          label={intl.formatMessage({ id: 'plan.slot.day', defaultMessage: 'Dag' })}
          value={day}
          onChange={setDay}
        />
        <Button className={css.addDay!} onPress={add} isDisabled={draft.picked.length >= MOST_IN_SERIES}>
          <FormattedMessage id="series.addDay" defaultMessage="Tilføj dagen" />
        </Button>
      </div>
      {draft.picked.length > 0 && (
        <ul
          className={css.picked}
          aria-label={intl.formatMessage({ id: 'series.pickedDays', defaultMessage: 'Valgte dage' })}
        >
          {draft.picked.map((one) => (
            <li key={one}>
              <span>{words(one)}</span>
              <IconButton
                icon={<X aria-hidden />}
                label={intl.formatMessage(
                  { id: 'series.removeDay', defaultMessage: 'Fjern {day}' },
                  { day: words(one) },
                )}
                onPress={() => onChange({ picked: draft.picked.filter((other) => other !== one) })}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
