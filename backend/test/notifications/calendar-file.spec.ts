import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { copenhagenTime, instantOf } from '#domain/copenhagen.ts';
import { calendarMail, calendarOf, type CalendarMeeting } from '../../src/notifications/calendar-file.ts';
import { whenWords } from '../../src/notifications/write-mail.ts';

const ORGANIZER = { name: 'Pejling', address: 'pejling@skole.example' };
const ANNE = { name: 'Anne Kjær', address: 'anne@skole.example' };

const meetingAt = (startsAt: number, more: Partial<CalendarMeeting> = {}): CalendarMeeting => ({
  id: '00000000-0000-7000-8000-000000000050',
  sequence: 3,
  startsAt: new Date(startsAt).toISOString(),
  durationMin: 60,
  title: 'PLF-møde',
  place: 'lokale 5.b',
  description: 'Dagsorden',
  url: 'https://pejling.example/moede/1',
  cancelled: false,
  stamp: new Date('2026-10-01T10:00:00Z'),
  ...more,
});

/** Read by a parser that is not the writer's, by the time zone that the file itself brings. */
function read(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file) as unknown[]);
  const zone = new ICAL.Timezone(calendar.getFirstSubcomponent('vtimezone')!);
  const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent')!);
  const instant = (time: InstanceType<typeof ICAL.Time>) => {
    const inZone = time.clone();
    inZone.zone = zone;
    return inZone.toUnixTime() * 1000;
  };
  return { calendar, event, start: instant(event.startDate), end: instant(event.endDate) };
}

describe('a calendar file', () => {
  const days = [
    ['the day before the spring change', '2027-03-27', '14:30'],
    ['the hour before it', '2027-03-28', '01:30'],
    ['the hour after it', '2027-03-28', '03:30'],
    ['the day before the autumn change', '2026-10-24', '14:30'],
    ['the hour after it', '2026-10-25', '03:30'],
    ['the day after', '2026-10-26', '14:30'],
    ['the last day of week 53', '2027-01-03', '09:00'],
    ['midnight', '2026-12-31', '00:00'],
  ] as const;
  for (const [name, day, time] of days) {
    it(`says on ${name} what the clock in Copenhagen shows, and means that instant`, () => {
      const starts = instantOf(day, time);
      const { event, start, end } = read(calendarMail(meetingAt(starts), ORGANIZER, ANNE));
      expect(start).toBe(starts);
      expect(end).toBe(starts + 3_600_000);
      expect(event.component.getFirstProperty('dtstart')?.getFirstParameter('tzid')).toBe('Europe/Copenhagen');
      expect(event.startDate.toString()).toBe(`${day}T${copenhagenTime(starts).replace('.', ':')}:00`);
    });
  }

  it('calls by REQUEST and calls off by CANCEL, under the same name, with the version as its number and its stamp in UTC', () => {
    const call = read(calendarMail(meetingAt(Date.parse('2026-11-30T13:30:00Z')), ORGANIZER, ANNE));
    const off = read(
      calendarMail(meetingAt(Date.parse('2026-11-30T13:30:00Z'), { sequence: 4, cancelled: true }), ORGANIZER, ANNE),
    );
    const value = (of: typeof call, name: string) => String(of.event.component.getFirstPropertyValue(name));
    expect(call.calendar.getFirstPropertyValue('method')).toBe('REQUEST');
    expect(off.calendar.getFirstPropertyValue('method')).toBe('CANCEL');
    expect([value(call, 'status'), value(off, 'status')]).toEqual(['CONFIRMED', 'CANCELLED']);
    expect([call.event.sequence, off.event.sequence]).toEqual([3, 4]);
    expect(call.event.uid).toBe(off.event.uid);
    expect(value(call, 'dtstamp')).toBe('2026-10-01T10:00:00Z');
    expect(value(call, 'organizer').toLowerCase()).toBe('mailto:pejling@skole.example');
    expect(call.event.attendees.map((one) => String(one.getFirstValue()).toLowerCase())).toEqual([
      'mailto:anne@skole.example',
    ]);
  });

  it('holds what somebody wrote as text, and no line of theirs becomes one of the calendar’s', () => {
    const evil = 'Møde; a, b\\\r\nATTENDEE:mailto:evil@x.example\nX-EVIL:1';
    const file = calendarMail(
      meetingAt(Date.parse('2026-11-30T13:30:00Z'), { title: evil, place: `${evil}\r\nEND:VEVENT`, description: evil }),
      { ...ORGANIZER, name: `P"\r\nX-EVIL:1` },
      { ...ANNE, name: `Anne"; X="\r\nX-EVIL:1` },
    );
    const { calendar, event } = read(file);
    expect(calendar.getAllSubcomponents('vevent')).toHaveLength(1);
    expect(event.attendees).toHaveLength(1);
    expect(file).not.toMatch(/^X-EVIL/m);
    expect(event.summary).toBe('Møde; a, b\\ ATTENDEE:mailto:evil@x.example X-EVIL:1');
  });

  it('has no line longer than 75 octets, and breaks none in the middle of a letter', () => {
    const title = 'Ærø Æblegård øjeblik 👩‍🏫 '.repeat(12).trim();
    const file = calendarMail(meetingAt(Date.parse('2026-11-30T13:30:00Z'), { title }), ORGANIZER, ANNE);
    for (const line of file.split('\r\n')) expect(Buffer.byteLength(line), line).toBeLessThanOrEqual(75);
    expect(Buffer.from(file, 'utf8').toString('utf8')).toBe(file);
    expect(read(file).event.summary).toBe(title);
  });

  it('of several meetings brings the time zone once', () => {
    const file = calendarOf('PLF-møder', [
      meetingAt(Date.parse('2026-10-24T12:30:00Z')),
      meetingAt(Date.parse('2026-10-26T13:30:00Z'), { id: '00000000-0000-7000-8000-000000000051' }),
    ]);
    expect(file.match(/BEGIN:VTIMEZONE/g)).toHaveLength(1);
    expect(file.match(/BEGIN:VEVENT/g)).toHaveLength(2);
    expect(file).toMatch(/^METHOD:PUBLISH\r$/m);
  });
});

describe('when a meeting is, in words', () => {
  it('names the day, the week and the clock of Copenhagen, in week 53 and across both changes', () => {
    expect(whenWords('2026-11-23T13:30:00Z', 60)).toBe('mandag den 23. november 2026 (uge 48), kl. 14.30–15.30');
    expect(whenWords('2026-12-31T13:30:00Z', 60)).toBe('torsdag den 31. december 2026 (uge 53), kl. 14.30–15.30');
    expect(whenWords('2027-01-01T13:30:00Z', 60)).toBe('fredag den 1. januar 2027 (uge 53), kl. 14.30–15.30');
    expect(whenWords('2027-03-29T12:30:00Z', 90)).toBe('mandag den 29. marts 2027 (uge 13), kl. 14.30–16.00');
    expect(whenWords('2026-10-23T12:30:00Z', 60)).toBe('fredag den 23. oktober 2026 (uge 43), kl. 14.30–15.30');
  });
});
