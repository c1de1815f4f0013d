import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Button } from '#ui/Button.tsx';
import { Checkbox } from '#ui/Checkbox.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { Select } from '#ui/Select.tsx';
import { TextArea } from '#ui/TextArea.tsx';
import { TextField } from '#ui/TextField.tsx';
import { addDays, isoWeek, weekday } from '#domain/iso-week.ts';
import { useMutate } from '../../live/parts/use-mutate.ts';
import { problemWords, refusalOf, refusalWords } from '../../platform/parts/refusals.ts';
import css from './ActionCard.module.css';
import { CHANGE_ACTION, type ActionData } from './action.documents.ts';
import type { CatchActionProps } from './CatchAction.tsx';

interface EditActionProps extends Pick<CatchActionProps, 'people' | 'markers'> {
  action: ActionData;
  today: string;
  onDone: () => void;
}

const WEEKS_SHOWN = 10;

/** Changes what an action says. Where a colleague was first, their words stand under one's own, and nothing is lost. */
export function EditAction({ action, people, markers, today, onDone }: EditActionProps) {
  const intl = useIntl();
  const [title, setTitle] = useState(action.title);
  const [why, setWhy] = useState(action.why ?? '');
  const [signs, setSigns] = useState(action.expectedSigns.join('\n'));
  const [chosen, setChosen] = useState((action.responsible ?? []).map((person) => person.id));
  const [markerIds, setMarkerIds] = useState(action.markers.map((marker) => marker.id));
  const [dueOn, setDueOn] = useState(action.dueOn ?? '');
  const [seen, setSeen] = useState(action.revision);
  const [change, { pending, error }] = useMutate(CHANGE_ACTION);
  const refusal = refusalOf(error);
  const theirs = refusal?.code === 'CHANGED_MEANWHILE' ? (refusal.current as Partial<ActionData>) : null;
  const problem = (field: string) => {
    const found = refusal?.fields.find((one) => one.field.startsWith(field))?.problem;
    return found ? problemWords(intl, found) : undefined;
  };
  const stands = (mine: string, other: string | null | undefined) =>
    theirs && other !== undefined && other !== null && other !== mine
      ? intl.formatMessage(
          { id: 'actions.edit.theirs', defaultMessage: 'En kollega har skrevet: {text}' },
          { text: other },
        )
      : undefined;
  const fridays = Array.from({ length: WEEKS_SHOWN }, (_, n) => addDays(today, n * 7 + 5 - weekday(today)));
  const days = dueOn === '' || fridays.includes(dueOn) ? fridays : [dueOn, ...fridays];
  const save = async () => {
    const { error: fault, refusal: refused } = await change({
      id: action.id,
      seenRevision: seen,
      action: {
        title,
        why,
        expectedSigns: signs
          .split('\n')
          .map((sign) => sign.trim())
          .filter((sign) => sign !== ''),
        responsibleIds: chosen,
        markerIds,
        dueOn: dueOn === '' ? null : dueOn,
      },
    });
    if (!fault) onDone();
    // Their version is on the screen now, so the next try is made knowing it.
    const revision = refused?.current['revision'];
    if (typeof revision === 'number') setSeen(revision);
  };
  const toggle = (list: string[], id: string, on: boolean) => (on ? [...list, id] : list.filter((one) => one !== id));
  return (
    <Dialog
      isOpen
      onClose={onDone}
      title={intl.formatMessage({ id: 'actions.edit.title', defaultMessage: 'Ret handlingen' })}
      closeLabel={intl.formatMessage({ id: 'actions.close', defaultMessage: 'Luk' })}
      foot={
        <>
          <Button variant="quiet" onPress={onDone}>
            <FormattedMessage id="actions.cancel" defaultMessage="Fortryd" />
          </Button>
          <Button variant="primary" onPress={() => void save()} pending={pending}>
            <FormattedMessage id="actions.edit.save" defaultMessage="Gem ændringen" />
          </Button>
        </>
      }
    >
      <div className={css.write}>
        <TextField
          label={intl.formatMessage({ id: 'actions.what', defaultMessage: 'Hvad prøver vi?' })}
          hint={
            stands(title, theirs?.title) ??
            intl.formatMessage({ id: 'actions.noNames', defaultMessage: 'Skriv ikke elevnavne' })
          }
          value={title}
          onChange={setTitle}
          fault={problem('title')}
        />
        <TextArea
          label={intl.formatMessage({ id: 'actions.edit.why', defaultMessage: 'Hvorfor?' })}
          hint={stands(why, theirs?.why)}
          value={why}
          onChange={setWhy}
          rows={2}
          fault={problem('why')}
        />
        {action.kind === 'TRIAL' && (
          <TextArea
            label={intl.formatMessage({
              id: 'actions.edit.signs',
              defaultMessage: 'Hvilke tegn kigger vi efter? Ét på hver linje',
            })}
            hint={stands(signs, theirs?.expectedSigns?.join('\n'))}
            value={signs}
            onChange={setSigns}
            rows={2}
            fault={problem('expectedSigns')}
          />
        )}
        <fieldset className={css.choices}>
          <legend>
            <FormattedMessage id="actions.who" defaultMessage="Hvem" />
          </legend>
          {people.map((person) => (
            <Checkbox
              key={person.id}
              isSelected={chosen.includes(person.id)}
              onChange={(on) => setChosen((known) => toggle(known, person.id, on))}
            >
              {person.displayName}
            </Checkbox>
          ))}
        </fieldset>
        <fieldset className={css.choices}>
          <legend>
            <FormattedMessage id="actions.edit.markers" defaultMessage="Pejlemærker" />
          </legend>
          {markers.map((marker) => (
            <Checkbox
              key={marker.id}
              isSelected={markerIds.includes(marker.id)}
              onChange={(on) => setMarkerIds((known) => toggle(known, marker.id, on))}
            >
              {marker.position} {marker.shortTitle}
            </Checkbox>
          ))}
        </fieldset>
        <Select
          label={intl.formatMessage({ id: 'actions.when', defaultMessage: 'Hvornår' })}
          options={[
            { id: 'NONE', label: intl.formatMessage({ id: 'actions.edit.noDay', defaultMessage: 'Ingen frist' }) },
            ...days.map((day) => ({
              id: day,
              label: intl.formatMessage(
                { id: 'actions.due.week', defaultMessage: 'uge {week}' },
                { week: isoWeek(day).week },
              ),
            })),
          ]}
          value={dueOn === '' ? 'NONE' : dueOn}
          onChange={(day) => setDueOn(day === 'NONE' ? '' : day)}
        />
        {error !== null && (refusal?.fields.length ?? 0) === 0 && <p role="alert">{refusalWords(intl, error)}</p>}
      </div>
    </Dialog>
  );
}
