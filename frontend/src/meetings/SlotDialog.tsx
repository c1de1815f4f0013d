import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { TEXT_LIMITS, problemIn } from '#domain/text-rules.ts';
import { Banner } from '#ui/Banner.tsx';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { Stack } from '#ui/Stack.tsx';
import { TextField } from '#ui/TextField.tsx';
import { useMutate } from '../live/parts/use-mutate.ts';
import { problemWords, refusalWords } from '../platform/parts/refusals.ts';
import type { MeetingData } from './parts/meeting.documents.ts';
import { dayWords, slotWords } from './parts/meeting-time.ts';
import { SlotFields } from './SlotFields.tsx';
import { notMovedWords, SeriesReach } from './SeriesReach.tsx';
import { MOVE_SERIES } from './series.documents.ts';
import { moveTo, type Reach } from './series-reach.ts';
import { slotOf, startOf } from './slot.ts';
import type { Plan } from './use-plan.ts';

/** Title, time and place together: a time half changed would be told to everybody. */
export function SlotDialog({ meeting, plan, onClose }: { meeting: MeetingData; plan: Plan; onClose: () => void }) {
  const intl = useIntl();
  const [slot, setSlot] = useState(() => slotOf(meeting.startsAt, meeting.durationMin));
  const [title, setTitle] = useState(meeting.title);
  const [place, setPlace] = useState(meeting.place);
  const [error, setError] = useState<unknown>(null);
  const [reach, setReach] = useState<Reach>('ONE');
  const [move, { error: notMoved }] = useMutate(MOVE_SERIES);
  const [begun] = useState(meeting);
  const titleProblem = problemIn(title, { max: TEXT_LIMITS.title, required: true });
  const placeProblem = problemIn(place, { max: TEXT_LIMITS.place });
  const elsewhere =
    begun.startsAt !== meeting.startsAt ||
    begun.durationMin !== meeting.durationMin ||
    begun.place !== meeting.place ||
    begun.title !== meeting.title;
  const save = async () => {
    if (titleProblem || placeProblem) return;
    const mine = { startsAt: startOf(slot), durationMin: slot.durationMin, place, title: title.trim() };
    // What one didn't touch stays as the other left it.
    const touched = Object.fromEntries(
      Object.entries(mine).filter(([key, value]) => value !== begun[key as keyof typeof mine]),
    );
    if (Object.keys(touched).length === 0) return onClose();
    if (reach !== 'ONE') {
      const { id } = await move({ meetingId: meeting.id, input: moveTo(slot, place, begun.startsAt, reach) });
      if (!id) return;
    }
    const { title: named } = touched as { title?: string };
    const left = reach === 'ONE' ? touched : named === undefined ? null : { title: named };
    const { error: fault } = left ? await plan.setSlot(left) : { error: null };
    if (fault) setError(fault);
    else onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={intl.formatMessage({ id: 'plan.slot.title', defaultMessage: 'Tid og sted' })}
      closeLabel={intl.formatMessage({ id: 'plan.close', defaultMessage: 'Luk' })}
      foot={
        <Button variant="primary" onPress={() => void save()}>
          {meeting.state === 'DRAFT' ? (
            <FormattedMessage id="plan.slot.save" defaultMessage="Brug tid og sted" />
          ) : (
            <FormattedMessage id="plan.slot.tell" defaultMessage="Ret, og sig det til de indkaldte" />
          )}
        </Button>
      }
    >
      <Stack gap={5}>
        {elsewhere && (
          <Banner
            tone="warn"
            title={intl.formatMessage({ id: 'plan.slot.meanwhile', defaultMessage: 'En anden har ændret det imens' })}
          >
            {meeting.title}, {dayWords(intl, meeting.startsAt)}, {slotWords(meeting.startsAt, meeting.durationMin)}
            {meeting.place && `, ${meeting.place}`}
          </Banner>
        )}
        {error !== null && !elsewhere && <Banner tone="danger" title={refusalWords(intl, error)} />}
        {notMoved ? <Banner tone="danger" title={notMovedWords(intl, notMoved)} /> : null}
        <TextField
          label={intl.formatMessage({ id: 'plan.slot.name', defaultMessage: 'Mødets navn' })}
          aside={intl.formatMessage({ id: 'plan.noNames', defaultMessage: 'Skriv ikke elevnavne' })}
          value={title}
          onChange={setTitle}
          fault={titleProblem ? problemWords(intl, titleProblem) : undefined}
        />
        <SlotFields slot={slot} onChange={setSlot} />
        <TextField
          label={intl.formatMessage({ id: 'plan.slot.place', defaultMessage: 'Sted' })}
          value={place}
          onChange={setPlace}
          fault={placeProblem ? problemWords(intl, placeProblem) : undefined}
        />
        <SeriesReach meeting={begun} value={reach} onChange={setReach} />
      </Stack>
    </Dialog>
  );
}
