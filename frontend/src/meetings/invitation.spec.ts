import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarFile } from './invitation.ts';

const meeting = {
  id: 'm',
  title: 'PLF-møde, 5. årgang; fælles',
  startsAt: '2026-11-23T13:30:00.000Z',
  durationMin: 60,
  place: 'lokale 5.b',
  revision: 3,
};

describe('the calendar file', () => {
  it('says when, where and what', () => {
    const file = calendarFile(meeting, 'Formål:\nat se', Date.parse('2026-11-01T10:00:00Z'));
    for (const line of [
      'DTSTART:20261123T133000Z',
      'DTEND:20261123T143000Z',
      'SUMMARY:PLF-møde\\, 5. årgang\\; fælles',
      'LOCATION:lokale 5.b',
      'DESCRIPTION:Formål:\\nat se',
    ]) {
      expect(file.split('\r\n')).toContain(line);
    }
  });

  it('has no line over 75 octets, and unfolds to the same text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const file = calendarFile(meeting, text, 0);
        for (const line of file.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
        expect(file.replaceAll('\r\n ', '')).toContain('DESCRIPTION:');
      }),
    );
  });
});
