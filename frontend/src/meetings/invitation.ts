import { defineMessages, type IntlShape, type MessageDescriptor } from 'react-intl';
import type { ItemData, MeetingData } from './parts/meeting.documents.ts';
import { dayWords, slotWords, weekOf, weekdayWords } from './parts/meeting-time.ts';
import type { AgendaView } from './plan-view.ts';

const WORDS: Record<'title' | 'when' | 'purpose' | 'bring' | 'agenda', MessageDescriptor> = defineMessages({
  title: { id: 'plan.text.title', defaultMessage: '{title}, {weekday} uge {week}' },
  when: { id: 'plan.text.when', defaultMessage: '{day}, kl. {slot}{place}' },
  purpose: { id: 'plan.text.purpose', defaultMessage: 'Formål: {text}' },
  bring: { id: 'plan.text.bring', defaultMessage: 'Medbring: {text}' },
  agenda: { id: 'plan.text.agenda', defaultMessage: 'Dagsorden' },
});

/** What is sent, as plain text to paste into Aula. */
export function invitationText(intl: IntlShape, meeting: MeetingData, view: AgendaView<ItemData>): string {
  const { title, startsAt, durationMin, place, purpose, bring } = meeting;
  const parts = [
    intl.formatMessage(WORDS.title, { title, weekday: weekdayWords(intl, startsAt), week: weekOf(startsAt) }),
    intl.formatMessage(WORDS.when, {
      day: dayWords(intl, startsAt),
      slot: slotWords(startsAt, durationMin),
      place: place ? `, ${place}` : '',
    }),
  ];
  if (purpose) parts.push('', intl.formatMessage(WORDS.purpose, { text: purpose }));
  if (bring) parts.push('', intl.formatMessage(WORDS.bring, { text: bring }));
  parts.push('', intl.formatMessage(WORDS.agenda));
  for (const row of view.rows)
    parts.push(`${row.begins}  ${row.number}. ${row.item.title} (${row.item.plannedMin} min)`);
  return parts.join('\n');
}
