import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findCpr, hasCpr } from '../src/cpr.ts';

const two = (number: number): string => String(number).padStart(2, '0');
const parts = fc.record({
  day: fc.integer({ min: 1, max: 28 }),
  emergency: fc.boolean(),
  month: fc.integer({ min: 1, max: 12 }),
  year: fc.integer({ min: 0, max: 99 }),
  serial: fc.integer({ min: 1, max: 9999 }),
});
const NBSP = '\u00a0';
const separators = [
  '',
  '-',
  ' ',
  ' - ',
  '\u2013',
  ' \u2013 ',
  '\u2014',
  '\u2011',
  '\u2212',
  '.',
  NBSP,
  '/',
  '_',
  '\u00ad',
  '\u200b',
];
const pairSeparators = ['', ' ', '.', '-', '/', NBSP, '\u2013'];

describe('finding CPR numbers', () => {
  it('finds them in every way people write them, and says where', () => {
    fc.assert(
      fc.property(
        parts,
        fc.constantFrom(...pairSeparators),
        fc.constantFrom(...separators),
        fc.constantFrom('', 'cpr ', 'CPR:', 'Barnet (', 'Elevens nr.: ', 'blåbærgrød å\u030a '),
        fc.constantFrom('', '.', ', og', ')', '\n'),
        ({ day, emergency, month, year, serial }, pair, dash, before, after) => {
          const number = `${two(emergency ? day + 60 : day)}${pair}${two(month)}${pair}${two(year)}${dash}${String(serial).padStart(4, '0')}`;
          const found = findCpr(`${before}${number}${after}`);
          expect(found).toHaveLength(1);
          expect(found[0]).toMatchObject({ index: before.length, length: number.length });
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it.each(['070761-4285', '0707614285', '070761 4285', '07 07 61 42 85', '07.07.61-4285', '０７０７６１-４２８５'])(
    'finds %s',
    (text) => {
      expect(findCpr(`Skriv til ${text} i dag`)).toEqual([{ index: 10, length: text.length, certain: true }]);
    },
  );

  it('modulus 11 makes one certain, and never clears one', () => {
    expect(findCpr('070761-4285')[0]!.certain).toBe(true);
    expect(findCpr('070761-4286')[0]!.certain).toBe(false);
  });

  it('finds several, each where it stands', () => {
    expect(findCpr('010203-1234 og 311299-4321').map((one) => one.index)).toEqual([0, 15]);
  });

  it('only where the date exists, with 61 to 91 for the emergency numbers', () => {
    for (const text of [
      '310201-1234',
      '320101-1234',
      '001201-1234',
      '011301-1234',
      '010001-1234',
      '600101-1234',
      '920101-1234',
    ])
      expect(hasCpr(text)).toBe(false);
    for (const text of ['290204-1234', '310101-1234', '610101-1234', '910101-1234']) expect(hasCpr(text)).toBe(true);
    expect(hasCpr('290203-1234')).toBe(false);
  });

  it.each([
    'Ring på 20 10 15 30 eller 2010 1530',
    '+45 12 34 56 78',
    '8600 Silkeborg, 8620 Kjellerup',
    'kl. 14.30-15.45, uge 48, 23.11.2026',
    'Mødet den 23.11.26 kl. 14.30 i lokale 1204',
    'Skoleår 2026/27 og 2026-2027',
    '12.345.678,90 kr. og 1.234.567.890 kr.',
    'Ordre 9912345678 og 4500012345',
    'EAN 5798001234567, CVR 29189641',
    '2026-11-23T14:30:00Z',
  ])('lets an ordinary text be: %s', (text) => {
    expect(findCpr(text)).toEqual([]);
  });

  it('at most one in a thousand ordinary numbers gives a false alarm', () => {
    const digit = fc.integer({ min: 0, max: 9 });
    const digits = (count: number) =>
      fc.array(digit, { minLength: count, maxLength: count }).map((all) => all.join(''));
    const phone = digits(7).chain((rest) =>
      fc.constantFrom(
        `2${rest}`,
        `+45 2${rest}`,
        `2${rest.slice(0, 1)} ${rest.slice(1, 3)} ${rest.slice(3, 5)} ${rest.slice(5)}`,
      ),
    );
    const clock = fc
      .tuple(fc.nat({ max: 23 }), fc.nat({ max: 59 }), fc.nat({ max: 23 }), fc.nat({ max: 59 }))
      .map(([a, b, c, d]) => `kl. ${two(a)}.${two(b)}-${two(c)}.${two(d)}`);
    const date = fc
      .tuple(fc.integer({ min: 1, max: 31 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 2000, max: 2040 }))
      .map(([d, m, y]) => `${d}.${m}.${y}`);
    const postal = digits(3).map((rest) => `8${rest} Byen`);
    const money = fc.nat({ max: 2_000_000_000 }).map((n) => `${n.toLocaleString('da-DK')} kr.`);
    const years = fc.integer({ min: 1990, max: 2040 }).map((y) => `${y}-${y + 1}`);
    const order = fc.tuple(fc.integer({ min: 32, max: 60 }), digits(8)).map(([first, rest]) => `${first}${rest}`);
    const numbers = fc.sample(fc.oneof(phone, clock, date, postal, money, years, order), { numRuns: 20_000, seed: 23 });
    const alarms = numbers.filter((text) => hasCpr(`Vi aftalte ${text} på mødet.`));
    expect(alarms.length / numbers.length).toBeLessThanOrEqual(0.001);
  });
});
