import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDay } from '../src/pasted-day.ts';
import { MOST_PASTED_ROWS, readPastedList } from '../src/pasted-list.ts';
import { readTable, writeTable } from '../src/pasted-table.ts';

const people = [
  { id: 'anne', displayName: 'Anne Kjær', initials: 'AK' },
  { id: 'mads', displayName: 'Mads Juhl', initials: 'MJ' },
  { id: 'mette', displayName: 'Mette Juhl', initials: 'MJ' },
  { id: 'mads2', displayName: 'Mads Holm', initials: 'MH' },
];
const markers = [{ id: 'm1', position: 1, title: 'Fælles mål for elevernes læring', shortTitle: 'Fælles mål' }];
const known = { people, markers, today: '2026-11-27' };
const titles = (text: string) => readPastedList(text, known).rows.map((row) => row.title);

describe('a pasted list', () => {
  it('from Excel with heads is read column by column, a cell with a line end as one', () => {
    const { rows, heads, unread } = readPastedList(
      'Handling\tAnsvarlig\tFrist\tStatus\tPejlemærke\r\n"Fælles start\r\ni alle fag"\tAnne Kjær og MH\t04.12.2026\tI gang\t1\r\nKig på ""pauser""\tLone\tsnart\t\t9\r\n',
      known,
    );
    expect(heads).toEqual(['Handling', 'Ansvarlig', 'Frist', 'Status', 'Pejlemærke']);
    expect(unread).toEqual(['Status']);
    expect(rows[0]).toMatchObject({
      title: 'Fælles start i alle fag',
      responsibleIds: ['anne', 'mads2'],
      dueOn: '2026-12-04',
      markerIds: ['m1'],
      fault: null,
      doubts: [],
    });
    expect(rows[1]!.doubts).toEqual([
      { kind: 'PERSON', words: 'Lone' },
      { kind: 'DAY', words: 'snart' },
      { kind: 'MARKER', words: '9' },
    ]);
    expect(rows[1]).toMatchObject({ responsibleIds: [], dueOn: null });
  });

  it('without heads is read by what its cells look like, and the rest stays with the title', () => {
    const { rows, heads } = readPastedList('1.\tRing til PPR\tAnne\tuge 49\n2.\tFind et rum\tLone\t', known);
    expect(heads).toBe(null);
    expect(rows).toMatchObject([
      { title: 'Ring til PPR', responsibleIds: ['anne'], dueOn: '2026-12-04' },
      { title: 'Find et rum · Lone', responsibleIds: [] },
    ]);
  });

  it('says when a day is past, as those of last year are', () => {
    expect(readPastedList('Handling\tFrist\nGammel\t12.03.2026', known).rows[0]).toMatchObject({
      dueOn: '2026-03-12',
      doubts: [{ kind: 'PAST', words: '12.03.2026' }],
    });
  });

  it('never guesses between two who could be meant', () => {
    const { rows } = readPastedList('Handling\tHvem\nA\tMJ\nB\tMads\nC\tmads juhl', known);
    expect(rows.map((row) => row.responsibleIds)).toEqual([[], [], ['mads']]);
    expect(rows[0]!.doubts).toEqual([{ kind: 'PERSON', words: 'MJ' }]);
  });

  it('loses bullets, numbers, check boxes and empty lines, and keeps numbers that belong to the title', () => {
    expect(titles('• Et\n\n\t\n- To\n☐ Tre\n[x] Fire\n\uf0b7\tFem\no\tSeks\n–\n– Syv')).toEqual([
      'Et',
      'To',
      'Tre',
      'Fire',
      'Fem',
      'Seks',
      'Syv',
    ]);
    expect(titles('1. Et\n2. To\n3) Tre')).toEqual(['Et', 'To', 'Tre']);
    expect(titles('3. klasse på tur\n4. klasse bliver\n12. november er der møde')).toEqual([
      '3. klasse på tur',
      '4. klasse bliver',
      '12. november er der møde',
    ]);
    expect(titles('-5 grader\n"Hvad ser vi?" i 3.b')).toEqual(['-5 grader', '"Hvad ser vi?" i 3.b']);
  });

  it('reads minutes for an agenda only', () => {
    const text = 'Velkomst (5 min)\nDrøftelse af data – 20 minutter\nRunde\t10\n';
    expect(readPastedList(text, { ...known, longestMinutes: 240 }).rows).toMatchObject([
      { title: 'Velkomst', minutes: 5 },
      { title: 'Drøftelse af data', minutes: 20 },
      { title: 'Runde', minutes: 10 },
    ]);
    expect(readPastedList(text, known).rows[0]).toMatchObject({ title: 'Velkomst (5 min)', minutes: null });
  });

  it('for an agenda reads no day and no marker, and names the columns it leaves out', () => {
    const { rows, unread } = readPastedList('Punkt\tMinutter\tFrist\nData\t20 min\tuge 50\nRunde\tlidt\t', {
      people,
      today: known.today,
      longestMinutes: 240,
    });
    expect(unread).toEqual(['Frist']);
    expect(rows).toMatchObject([
      { title: 'Data', minutes: 20, dueOn: null, doubts: [] },
      { title: 'Runde', minutes: null, doubts: [{ kind: 'MINUTES', words: 'lidt' }] },
    ]);
  });

  it('says at its row what cannot be kept', () => {
    const text = `Ring om 010190-1234\n${'x'.repeat(201)}\nEt\u0007To\nHandling uden fejl`;
    expect(readPastedList(text, known).rows.map((row) => row.fault)).toEqual([
      'CPR',
      'TOO_LONG',
      'CONTROL_CHARACTER',
      null,
    ]);
    expect(readPastedList('Handling\tHvem\n\tAnne', known).rows).toMatchObject([{ title: '', fault: 'EMPTY' }]);
  });

  it('loses no row: each with something to see is a row, a head, or counted', () => {
    const cell = fc
      .string({ unit: 'binary', maxLength: 12 })
      .map((text) => text.replaceAll(/["\t\n\r\v\f\u2028\u2029]/g, ''));
    const row = fc.array(cell, { minLength: 1, maxLength: 4 }).map((cells) => ['b' + cells[0], ...cells.slice(1)]);
    fc.assert(
      fc.property(fc.array(row, { maxLength: 140 }), (rows) => {
        const { rows: read, left, heads } = readPastedList(rows.map((cells) => cells.join('\t')).join('\n\n'), known);
        expect(read.length + left + (heads ? 1 : 0)).toBe(rows.length);
        expect(read.length).toBeLessThanOrEqual(MOST_PASTED_ROWS);
      }),
    );
  });

  it('written as a text is read back, with line ends and quotes in its cells', () => {
    const cell = fc.constantFrom('et', 'to "tre"', 'fire\nfem', '', '"', 'a\tb', '"seks"');
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }).map((cells) => ['x', ...cells])), (rows) => {
        expect(readTable(writeTable(rows))).toEqual(
          rows.map((cells) => cells.map((one) => one.replaceAll(/\s/g, ' '))),
        );
      }),
    );
  });
});

describe('a day as it is written', () => {
  it.each([
    ['23.11.2026', '2026-11-23'],
    ['23/11-26', '2026-11-23'],
    ['23-11-2026', '2026-11-23'],
    ['2026-11-23', '2026-11-23'],
    ['23. nov.', '2026-11-23'],
    ['d. 3. marts', '2027-03-03'],
    ['mandag den 23. november 2026', '2026-11-23'],
    ['3/8', '2026-08-03'],
    ['Senest uge 48', '2026-11-27'],
    ['u. 3', '2027-01-22'],
    // Easter week 2027: Monday 22 March on are closed, so that no school day is left and the Friday stands.
    ['uge 12', '2027-03-26'],
    // Ascension 2027 is Thursday 6 May, and the Friday is closed too.
    ['uge 18', '2027-05-05'],
    ['uge 53', '2027-01-01'],
    ['uge 53 2027', null],
    ['31.2.2026', null],
    ['23.13.2026', null],
    ['snart', null],
    ['10 min', null],
  ])('%s is %s', (words, day) => {
    expect(readDay(words, '2026-11-27')).toBe(day);
  });
});
