import { ListPlus } from 'lucide-react';
import { useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Button } from '#ui/Button.tsx';
import { Select } from '#ui/Select.tsx';
import { addDays, isoWeek, weekday, type Day } from '#domain/iso-week.ts';
import { copenhagenDate } from '#domain/copenhagen.ts';
import { useMutate } from '../../live/parts/use-mutate.ts';
import { PasteList, type PastedDraft } from '../../platform/parts/PasteList.tsx';
import { serverNow } from '../../platform/parts/server-clock.ts';
import { CREATE_ACTIONS } from './action.documents.ts';
import type { CatchActionProps } from './CatchAction.tsx';

interface PasteActionsProps extends Pick<CatchActionProps, 'teamId' | 'people'> {
  markers: readonly { id: string; position: number; title: string; shortTitle: string }[];
}

const WEEKS_SHOWN = 10;
const NONE = 'NONE';
const AS_READ = 'AS_READ';

/** Actions from a list that lies elsewhere: last year's, from Excel or Word. Each becomes a task. */
export function PasteActions(props: PasteActionsProps) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <Button variant="quiet" icon={<ListPlus aria-hidden />} buttonRef={button} onPress={() => setOpen(true)}>
        <FormattedMessage id="actions.paste" defaultMessage="Indsæt en liste" />
      </Button>
      {open && (
        <Pasting
          {...props}
          onClose={() => {
            setOpen(false);
            requestAnimationFrame(() => button.current?.focus());
          }}
        />
      )}
    </>
  );
}

function Pasting({ teamId, people, markers, onClose }: PasteActionsProps & { onClose: () => void }) {
  const intl = useIntl();
  const [create, { pending, error }] = useMutate(CREATE_ACTIONS, { again: true });
  const [today] = useState(() => copenhagenDate(serverNow()));
  const who = intl.formatMessage({ id: 'actions.who', defaultMessage: 'Hvem' });
  const when = intl.formatMessage({ id: 'actions.when', defaultMessage: 'Hvornår' });
  return (
    <PasteList
      known={{ people, markers, today }}
      lead={
        <FormattedMessage
          id="actions.paste.lead"
          defaultMessage="Kopiér rækker fra Excel, Word eller Docs: en handling på hver linje, gerne med kolonnerne Handling, Ansvarlig og Frist. Hver bliver en opgave, og I ser dem, før de laves."
        />
      }
      titleHead={intl.formatMessage({ id: 'actions.paste.what', defaultMessage: 'Handling' })}
      columns={[
        { id: 'who', head: who, cell: (row, change) => <Who {...{ row, change, people }} label={who} /> },
        { id: 'when', head: when, cell: (row, change) => <When {...{ row, change, today }} label={when} /> },
      ]}
      makeWords={(count) =>
        intl.formatMessage(
          {
            id: 'actions.paste.make',
            defaultMessage: 'Opret {count, plural, one {# handling} other {# handlinger}}',
          },
          { count },
        )
      }
      madeWords={(count) =>
        intl.formatMessage(
          {
            id: 'actions.paste.made',
            defaultMessage: '{count, plural, one {# handling er} other {# handlinger er}} på tavlen',
          },
          { count },
        )
      }
      make={(rows) =>
        create({
          teamId,
          actions: rows.map(({ id, title, markerIds, responsibleIds, dueOn }) => ({
            id,
            kind: 'TASK',
            title,
            markerIds,
            responsibleIds,
            dueOn,
          })),
        })
      }
      pending={pending}
      error={error}
      onClose={onClose}
    />
  );
}

interface CellProps {
  row: PastedDraft;
  change: (fields: Partial<PastedDraft>) => void;
  label: string;
}

/** Those that were read, one other, or nobody. */
function Who({ row, change, label, people }: CellProps & Pick<PasteActionsProps, 'people'>) {
  const intl = useIntl();
  const [read] = useState(row.responsibleIds);
  const several = read.length > 1;
  const isRead = several && row.responsibleIds === read;
  return (
    <Select
      hideLabel
      label={label}
      options={[
        { id: NONE, label: intl.formatMessage({ id: 'actions.paste.nobody', defaultMessage: 'Ingen endnu' }) },
        ...(several
          ? [
              {
                id: AS_READ,
                label: intl.formatList(
                  people.filter((person) => read.includes(person.id)).map((person) => person.displayName),
                ),
              },
            ]
          : []),
        ...people.map((person) => ({ id: person.id, label: person.displayName })),
      ]}
      value={isRead ? AS_READ : (row.responsibleIds[0] ?? NONE)}
      onChange={(id) =>
        change({
          responsibleIds: id === NONE ? [] : id === AS_READ ? read : [id],
          doubts: row.doubts.filter(({ kind }) => kind !== 'PERSON'),
        })
      }
    />
  );
}

/** The day that was read, or one of the weeks ahead. */
function When({ row, change, label, today }: CellProps & { today: Day }) {
  const intl = useIntl();
  const [read] = useState(row.dueOn);
  const fridays = Array.from({ length: WEEKS_SHOWN }, (_, n) => addDays(today, n * 7 + 5 - weekday(today)));
  const dayOrWeek = (day: Day) =>
    day === read
      ? intl.formatMessage(
          { id: 'actions.paste.day', defaultMessage: '{day} (uge {week})' },
          {
            day: intl.formatDate(`${day}T12:00:00Z`, { day: 'numeric', month: 'short', year: 'numeric' }),
            week: isoWeek(day).week,
          },
        )
      : intl.formatMessage({ id: 'actions.due.week', defaultMessage: 'uge {week}' }, { week: isoWeek(day).week });
  return (
    <Select
      hideLabel
      label={label}
      options={[
        { id: NONE, label: intl.formatMessage({ id: 'actions.edit.noDay', defaultMessage: 'Ingen frist' }) },
        ...[...new Set(read ? [read, ...fridays] : fridays)].map((day) => ({ id: day, label: dayOrWeek(day) })),
      ]}
      value={row.dueOn ?? NONE}
      onChange={(day) =>
        change({
          dueOn: day === NONE ? null : day,
          doubts: row.doubts.filter(({ kind }) => kind !== 'DAY' && kind !== 'PAST'),
        })
      }
    />
  );
}
