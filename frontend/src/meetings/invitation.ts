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

const escaped = (text: string) =>
  text.replaceAll('\\', '\\\\').replaceAll(';', '\\;').replaceAll(',', '\\,').replaceAll(/\r?\n/g, '\\n');
const stamp = (instant: number) => new Date(instant).toISOString().replaceAll(/[-:]|\.\d{3}/g, '');
const FOLD_AT = 70;

/** Lines longer than 75 octets are folded (RFC 5545, 3.1). */
const folded = (line: string): string => {
  const pieces: string[] = [];
  let piece = '';
  let octets = 0;
  for (const sign of line) {
    const size = new TextEncoder().encode(sign).length;
    if (octets + size > FOLD_AT) {
      pieces.push(piece);
      piece = ' ';
      octets = 1;
    }
    piece += sign;
    octets += size;
  }
  return [...pieces, piece].join('\r\n');
};

/** A calendar file with the one meeting (RFC 5545). */
export function calendarFile(
  meeting: { id: string; title: string; startsAt: string; durationMin: number; place: string; revision: number },
  text: string,
  now: number,
): string {
  const start = Date.parse(meeting.startsAt);
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Pejling//DA',
    'BEGIN:VEVENT',
    `UID:${meeting.id}@pejling`,
    `SEQUENCE:${meeting.revision}`,
    `DTSTAMP:${stamp(now)}`,
    `DTSTART:${stamp(start)}`,
    `DTEND:${stamp(start + meeting.durationMin * 60_000)}`,
    `SUMMARY:${escaped(meeting.title)}`,
    ...(meeting.place ? [`LOCATION:${escaped(meeting.place)}`] : []),
    `DESCRIPTION:${escaped(text)}`,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]
    .map(folded)
    .join('\r\n');
}
