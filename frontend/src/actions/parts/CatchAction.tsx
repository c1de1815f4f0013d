import { Plus } from 'lucide-react';
import { useRef, useState, type FormEvent } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Button } from '#ui/Button.tsx';
import { Checkbox } from '#ui/Checkbox.tsx';
import { SegmentedControl } from '#ui/SegmentedControl.tsx';
import { Select } from '#ui/Select.tsx';
import { TextField } from '#ui/TextField.tsx';
import { TEXT_LIMITS } from '#domain/text-rules.ts';
import { copenhagenDate } from '#domain/copenhagen.ts';
import { addDays, isoWeek, weekday } from '#domain/iso-week.ts';
import { useMutate } from '../../live/parts/use-mutate.ts';
import { problemWords, refusalOf, refusalWords } from '../../platform/parts/refusals.ts';
import { CREATE_ACTION } from './action.documents.ts';
import { lacking } from './action-events.ts';
import { actionKindWords } from './action-words.ts';
import css from './CatchAction.module.css';
import { serverNow } from '../../platform/parts/server-clock.ts';

export interface CatchActionProps {
  teamId: string;
  meetingId: string | null;
  itemId: string | null;
  /** Who can be chosen, the viewer among them. */
  people: readonly { id: string; displayName: string; initials: string }[];
  markers: readonly { id: string; position: number; shortTitle: string }[];
  /** The meeting's focus, chosen beforehand. */
  focusMarkerId?: string | null;
  /** Opens with these words as what is tried. */
  begin?: string | undefined;
  onClose?: (() => void) | undefined;
}

const WEEKS_AHEAD = [1, 2, 3, 4, 6, 8];

/** Catches an action without leaving the item: what, who, when, marker and sign. Enter in the last field writes it. */
export function CatchAction({
  teamId,
  meetingId,
  itemId,
  people,
  markers,
  focusMarkerId = null,
  begin,
  onClose,
}: CatchActionProps) {
  const intl = useIntl();
  const [open, setOpen] = useState(begin !== undefined);
  const [kind, setKind] = useState<string>('TRIAL');
  const [title, setTitle] = useState(() => begin?.slice(0, TEXT_LIMITS.title) ?? '');
  const [sign, setSign] = useState('');
  const [markerId, setMarkerId] = useState<string | null>(focusMarkerId);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [ahead, setAhead] = useState('2');
  const button = useRef<HTMLButtonElement>(null);
  const [create, { pending, error, forget }] = useMutate(CREATE_ACTION);
  const [today] = useState(() => copenhagenDate(serverNow()));
  const friday = (weeks: number) => addDays(today, weeks * 7 + 5 - weekday(today));
  const problem = (field: string) => {
    const found = refusalOf(error)?.fields.find((one) => one.field.startsWith(field))?.problem;
    return found ? problemWords(intl, found) : undefined;
  };
  const close = () => {
    setOpen(false);
    forget();
    onClose?.();
    requestAnimationFrame(() => button.current?.focus());
  };
  const markerIds = markerId ? [markerId] : [];
  const expectedSigns = sign.trim() === '' ? [] : [sign];
  const lacks = lacking({ kind, markers: markerIds, expectedSigns });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { error: fault } = await create({
      teamId,
      action: {
        kind,
        title,
        markerIds,
        responsibleIds: [...chosen],
        dueOn: friday(Number(ahead)),
        expectedSigns,
        originMeetingId: meetingId,
        originItemId: itemId,
      },
    });
    if (fault) return;
    setTitle('');
    setSign('');
    setChosen([]);
    close();
  };
  if (!open) {
    return (
      <Button variant="secondary" icon={<Plus aria-hidden />} buttonRef={button} onPress={() => setOpen(true)}>
        <FormattedMessage id="actions.catch" defaultMessage="Fang en prøvehandling" />
      </Button>
    );
  }
  return (
    <form
      className={css.form}
      onSubmit={(event) => void submit(event)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
      aria-label={intl.formatMessage({ id: 'actions.catch', defaultMessage: 'Fang en prøvehandling' })}
    >
      <SegmentedControl
        label={intl.formatMessage({ id: 'actions.kindLabel', defaultMessage: 'Slags' })}
        segments={['TRIAL', 'TASK', 'AGREEMENT'].map((one) => ({ id: one, label: actionKindWords(intl, one) }))}
        value={kind}
        onChange={setKind}
        wide
      />
      <TextField
        label={intl.formatMessage({ id: 'actions.what', defaultMessage: 'Hvad prøver vi?' })}
        hint={intl.formatMessage({ id: 'actions.noNames', defaultMessage: 'Skriv ikke elevnavne' })}
        value={title}
        onChange={setTitle}
        fault={problem('title')}
        autoFocus
      />
      {kind === 'TRIAL' && (
        <TextField
          label={intl.formatMessage({ id: 'actions.expected', defaultMessage: 'Hvilket tegn kigger vi efter?' })}
          value={sign}
          onChange={setSign}
          fault={problem('expectedSigns')}
        />
      )}
      <fieldset className={css.people}>
        <legend>
          <FormattedMessage id="actions.who" defaultMessage="Hvem" />
        </legend>
        {people.map((person) => (
          <Checkbox
            key={person.id}
            isSelected={chosen.includes(person.id)}
            onChange={(selected) =>
              setChosen((known) => (selected ? [...known, person.id] : known.filter((id) => id !== person.id)))
            }
          >
            {person.displayName}
          </Checkbox>
        ))}
      </fieldset>
      <div className={css.pair}>
        <Select
          label={intl.formatMessage({ id: 'actions.when', defaultMessage: 'Hvornår' })}
          options={WEEKS_AHEAD.map((weeks) => ({
            id: String(weeks),
            label: intl.formatMessage(
              { id: 'actions.due.week', defaultMessage: 'uge {week}' },
              { week: isoWeek(friday(weeks)).week },
            ),
          }))}
          value={ahead}
          onChange={setAhead}
        />
        <Select
          label={intl.formatMessage({ id: 'actions.marker', defaultMessage: 'Pejlemærke' })}
          options={markers.map((marker) => ({ id: marker.id, label: `${marker.position} ${marker.shortTitle}` }))}
          value={markerId}
          onChange={setMarkerId}
          placeholder={intl.formatMessage({ id: 'actions.chooseMarker', defaultMessage: 'Vælg' })}
        />
      </div>
      {error !== null && refusalOf(error)?.fields.length === 0 && <p role="alert">{refusalWords(intl, error)}</p>}
      {lacks !== 'nothing' && (
        <p className="small ink2">
          <FormattedMessage
            id="actions.lacks"
            defaultMessage="{lacks, select, both {Uden pejlemærke og tegn er den kun et forslag.} marker {Uden pejlemærke er den kun et forslag.} other {Uden tegn er den kun et forslag.}}"
            values={{ lacks }}
          />
        </p>
      )}
      <div className={css.buttons}>
        <Button variant="secondary" type="submit" pending={pending}>
          <FormattedMessage
            id="actions.catch.do"
            defaultMessage="{agrees, select, yes {Aftal det} other {Skriv forslaget}}"
            values={{ agrees: lacks === 'nothing' ? 'yes' : 'no' }}
          />
        </Button>
        <Button variant="quiet" onPress={close}>
          <FormattedMessage id="actions.cancel" defaultMessage="Fortryd" />
        </Button>
      </div>
    </form>
  );
}
