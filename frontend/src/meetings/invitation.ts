import type { IntlShape } from 'react-intl';
import type { ItemData, MeetingData } from './parts/meeting.documents.ts';
import { dayWords, slotWords, weekOf, weekdayWords } from './parts/meeting-time.ts';
import type { AgendaView } from './plan-view.ts';

/** What is sent, as plain text to paste into Aula. No names of pupils can be in it: the fields refuse CPR numbers and ask for none. */
export function invitationText(intl: IntlShape, meeting: MeetingData, view: AgendaView<ItemData>): string {
  const line = (id: string, defaultMessage: string, values: Record<string, string | number>) => intl.formatMessage({ id, defaultMessage }, values);
  const parts = [
    line('plan.text.title', '{title}, {weekday} uge {week}', { title: meeting.title, weekday: weekdayWords(intl, meeting.startsAt), week: weekOf(meeting.startsAt) }),
    line('plan.text.when', '{day}, kl. {slot}{place}', {
      day: dayWords(intl, meeting.startsAt),
      slot: slotWords(meeting.startsAt, meeting.durationMin),
      place: meeting.place ? `, ${meeting.place}` : '',
    }),
  ];
  if (meeting.purpose) parts.push('', line('plan.text.purpose', 'Formål: {text}', { text: meeting.purpose }));
  if (meeting.bring) parts.push('', line('plan.text.bring', 'Medbring: {text}', { text: meeting.bring }));
  parts.push('', line('plan.text.agenda', 'Dagsorden', {}));
  for (const row of view.rows) parts.push(`${row.begins}  ${row.number}. ${row.item.title} (${row.item.plannedMin} min)`);
  return parts.join('\n');
}

const escaped = (text: string) => text.replaceAll('\\', '\\\\').replaceAll(';', '\\;').replaceAll(',', '\\,').replaceAll(/\r?\n/g, '\\n');
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
export function calendarFile(meeting: { id: string; title: string; startsAt: string; durationMin: number; place: string; revision: number }, text: string, now: number): string {
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
