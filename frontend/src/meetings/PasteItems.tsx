import { ListPlus } from 'lucide-react';
import { useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { copenhagenDate } from '#domain/copenhagen.ts';
import { LONGEST_ITEM } from '#inputs/meeting-plan.ts';
import { Button } from '#ui/Button.tsx';
import { NumberStepper } from '#ui/NumberStepper.tsx';
import { Select } from '#ui/Select.tsx';
import { useMutate } from '../live/parts/use-mutate.ts';
import { PasteList } from '../platform/parts/PasteList.tsx';
import { serverNow } from '../platform/parts/server-clock.ts';
import css from './AgendaEditor.module.css';
import type { MeetingData } from './parts/meeting.documents.ts';
import { ADD_ITEMS } from './plan.documents.ts';

const NOBODY = 'NOBODY';
const USUAL_MINUTES = 10;

/** Points for the agenda from a list that lies elsewhere; they come at its end, before the meeting starts. */
export function PasteItems({ meeting }: { meeting: MeetingData }) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <Button
        variant="quiet"
        icon={<ListPlus aria-hidden />}
        className={css.add}
        buttonRef={button}
        onPress={() => setOpen(true)}
      >
        <FormattedMessage id="plan.paste" defaultMessage="Indsæt en liste" />
      </Button>
      {open && (
        <Pasting
          meeting={meeting}
          onClose={() => {
            setOpen(false);
            requestAnimationFrame(() => button.current?.focus());
          }}
        />
      )}
    </>
  );
}

function Pasting({ meeting, onClose }: { meeting: MeetingData; onClose: () => void }) {
  const intl = useIntl();
  const [add, { pending, error }] = useMutate(ADD_ITEMS, { again: true });
  const [today] = useState(() => copenhagenDate(serverNow()));
  const people = meeting.participants.flatMap(({ person }) => (person ? [person] : []));
  const who = intl.formatMessage({ id: 'plan.paste.who', defaultMessage: 'Ansvarlig' });
  const minutes = intl.formatMessage({ id: 'plan.paste.minutes', defaultMessage: 'Minutter' });
  return (
    <PasteList
      known={{ people, today, longestMinutes: LONGEST_ITEM }}
      lead={
        <FormattedMessage
          id="plan.paste.lead"
          defaultMessage="Kopiér rækker fra Excel, Word eller Docs: et punkt på hver linje, gerne med kolonnerne Punkt, Ansvarlig og Minutter. I ser dem, før de kommer på dagsordenen."
        />
      }
      titleHead={intl.formatMessage({ id: 'plan.paste.what', defaultMessage: 'Punkt' })}
      columns={[
        {
          id: 'who',
          head: who,
          cell: (row, change) => (
            <Select
              hideLabel
              label={who}
              options={[
                { id: NOBODY, label: intl.formatMessage({ id: 'plan.paste.nobody', defaultMessage: 'Ingen endnu' }) },
                ...people.map((person) => ({ id: person.id, label: person.displayName })),
              ]}
              value={row.responsibleIds[0] ?? NOBODY}
              onChange={(id) => change({ responsibleIds: id === NOBODY ? [] : [id] })}
            />
          ),
        },
        {
          id: 'minutes',
          head: minutes,
          cell: (row, change) => (
            <NumberStepper
              label={minutes}
              unit="min"
              lessLabel={intl.formatMessage({ id: 'plan.paste.less', defaultMessage: 'Et minut mindre' })}
              moreLabel={intl.formatMessage({ id: 'plan.paste.more', defaultMessage: 'Et minut mere' })}
              value={row.minutes ?? USUAL_MINUTES}
              minValue={1}
              maxValue={LONGEST_ITEM}
              onChange={(value) => change({ minutes: value })}
            />
          ),
        },
      ]}
      makeWords={(count) =>
        intl.formatMessage(
          { id: 'plan.paste.make', defaultMessage: 'Tilføj {count, plural, one {# punkt} other {# punkter}}' },
          { count },
        )
      }
      madeWords={(count) =>
        intl.formatMessage(
          {
            id: 'plan.paste.made',
            defaultMessage: '{count, plural, one {# punkt er} other {# punkter er}} på dagsordenen',
          },
          { count },
        )
      }
      make={(rows) =>
        add({
          meetingId: meeting.id,
          items: rows.map(({ id, title, minutes: planned, responsibleIds }) => ({
            id,
            title,
            plannedMin: planned ?? USUAL_MINUTES,
            ownerId: responsibleIds[0] ?? null,
          })),
        })
      }
      pending={pending}
      error={error}
      onClose={onClose}
    />
  );
}
