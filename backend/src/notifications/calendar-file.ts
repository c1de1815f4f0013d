import ical, { ICalCalendarMethod, ICalEventStatus, type ICalCalendar } from 'ical-generator';
import { copenhagenDate, copenhagenTime } from '#domain/copenhagen.ts';
import { COPENHAGEN_ZONE } from './copenhagen-zone.ts';
import { oneLine } from './one-line.ts';

/** A meeting as a calendar keeps it. */
export interface CalendarMeeting {
  id: string;
  /** Counted up with every version. */
  sequence: number;
  startsAt: string;
  durationMin: number;
  title: string;
  place: string;
  description: string;
  url: string;
  cancelled: boolean;
  /** When this version came to be. */
  stamp: Date;
}

interface Mailbox {
  name: string;
  address: string;
}

/** An instant that the calendar's writer reads as what the clock in Copenhagen shows, wherever the server stands. */
class CopenhagenClock extends Date {
  readonly internal = new Date();
  tzComponents(): number[] {
    return [];
  }
  withTimeZone(): this {
    return this;
  }
  override getFullYear(): number {
    return Number(copenhagenDate(this.getTime()).slice(0, 4));
  }
  override getMonth(): number {
    return Number(copenhagenDate(this.getTime()).slice(5, 7)) - 1;
  }
  override getDate(): number {
    return Number(copenhagenDate(this.getTime()).slice(8, 10));
  }
  override getHours(): number {
    return Number(copenhagenTime(this.getTime()).split('.')[0]);
  }
}

function put(
  calendar: ICalCalendar,
  meeting: CalendarMeeting,
  people?: { organizer: Mailbox; attendee: Mailbox },
): void {
  const start = Date.parse(meeting.startsAt);
  calendar.createEvent({
    id: `${meeting.id}@pejling`,
    sequence: meeting.sequence,
    stamp: meeting.stamp,
    timezone: 'Europe/Copenhagen',
    start: new CopenhagenClock(start),
    end: new CopenhagenClock(start + meeting.durationMin * 60_000),
    summary: oneLine(meeting.title),
    location: oneLine(meeting.place),
    description: meeting.description,
    url: meeting.url,
    status: meeting.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    ...(people && {
      organizer: { name: oneLine(people.organizer.name), email: people.organizer.address },
      // Answers go by the link in the mail: nobody reads what a calendar would send back.
      attendees: [{ name: oneLine(people.attendee.name), email: people.attendee.address, rsvp: false }],
    }),
  });
}

const newCalendar = (): ICalCalendar =>
  ical({
    prodId: { company: 'Pejling', product: 'Pejling', language: 'DA' },
    timezone: { name: null, generator: () => COPENHAGEN_ZONE },
  });

/** The calendar file that goes with a mail: one meeting, for the one who is called (RFC 5546). */
export function calendarMail(meeting: CalendarMeeting, organizer: Mailbox, attendee: Mailbox): string {
  const calendar = newCalendar();
  calendar.method(meeting.cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST);
  put(calendar, meeting, { organizer, attendee });
  return calendar.toString();
}

/** Somebody's meetings, as a calendar follows them (RFC 5545). */
export function calendarOf(name: string, meetings: readonly CalendarMeeting[]): string {
  const calendar = newCalendar();
  calendar.method(ICalCalendarMethod.PUBLISH);
  calendar.name(name);
  calendar.ttl(3600);
  for (const meeting of meetings) put(calendar, meeting);
  return calendar.toString();
}
