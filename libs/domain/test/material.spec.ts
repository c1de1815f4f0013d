import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addressProblem,
  comesAlong,
  endingOf,
  FILE_SORTS,
  fileName,
  hostOf,
  nameFor,
  sortNamed,
  type FileSort,
} from '../src/material.ts';
import { problemIn, TEXT_LIMITS } from '../src/text-rules.ts';

const sorts = Object.keys(FILE_SORTS) as FileSort[];

describe('a file’s name', () => {
  it('loses its folders and what a disk refuses, and keeps its letters', () => {
    expect(fileName('C:\\Users\\anne\\Årsplan.docx')).toEqual({ name: 'Årsplan.docx' });
    expect(fileName('../../etc/passwd.txt')).toEqual({ name: 'passwd.txt' });
    expect(fileName('  Hvad:  nu? <x>.pdf. ')).toEqual({ name: 'Hvad nu x .pdf' });
    expect(fileName('A\u030arsplan.pdf')).toEqual({ name: 'Årsplan.pdf' });
    expect(fileName('.htaccess')).toEqual({ name: 'htaccess' });
  });

  it('that is too long is cut in its middle, and keeps its ending', () => {
    const named = fileName(`${'å'.repeat(300)}.docx`);
    expect(named).toEqual({ name: `${'å'.repeat(TEXT_LIMITS.name - 6)}….docx` });
    expect(fileName(`${'a'.repeat(TEXT_LIMITS.name - 4)}.pdf`)).toEqual({
      name: `${'a'.repeat(TEXT_LIMITS.name - 4)}.pdf`,
    });
    expect(fileName('a'.repeat(300))).toEqual({ problem: 'TOO_LONG' });
  });

  it('with a CPR number, signs that turn it around, or nothing to read is refused', () => {
    expect(fileName('Elev 010190-1234.pdf')).toEqual({ problem: 'CPR' });
    expect(fileName('fdp\u202eexe.pdf')).toEqual({ problem: 'CONTROL_CHARACTER' });
    for (const name of ['', '...', '/', ' \t ']) expect(fileName(name), name).toEqual({ problem: 'EMPTY' });
  });

  it('whatever it was, is a text that may be kept, without a way to another folder', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (given) => {
        const named = fileName(given);
        if ('problem' in named) return;
        expect(problemIn(named.name, { max: TEXT_LIMITS.name, required: true })).toBeNull();
        expect(named.name).not.toMatch(/[/\\<>:"|?*\r\n\t]/);
        expect(named.name).not.toMatch(/^\.|\.$/);
      }),
    );
  });

  it('ends in what follows the last stop', () => {
    expect(endingOf('a.b.PDF')).toBe('pdf');
    for (const name of ['', 'a', '.pdf', 'a.', 'a..']) expect(endingOf(name), name).toBe('');
    expect(sortNamed('foto.JPEG')).toBe('jpg');
    for (const name of ['a.exe', 'a.docm', 'a.doc', 'a.svg', 'a.html', 'docx'])
      expect(sortNamed(name), name).toBeUndefined();
  });
});

describe('a name and what the bytes say', () => {
  it('agree for every ending of a sort', () => {
    for (const sort of sorts)
      for (const ending of FILE_SORTS[sort].endings)
        expect(nameFor(`x.${ending.toUpperCase()}`, sort)).toEqual({ name: `x.${ending.toUpperCase()}` });
  });

  it('that differ are set right between pictures, and refused between anything else', () => {
    expect(nameFor('foto.png', 'jpg')).toEqual({ name: 'foto.jpg' });
    expect(nameFor('png.png', 'webp')).toEqual({ name: 'png.webp' });
    for (const sort of sorts)
      for (const claimed of sorts) {
        const named = nameFor(`x.${FILE_SORTS[claimed].endings[0]}`, sort);
        const isAllowed =
          sort === claimed || (FILE_SORTS[sort].family === 'IMAGE' && FILE_SORTS[claimed].family === 'IMAGE');
        expect('name' in named, `${claimed} as ${sort}`).toBe(isAllowed);
      }
    for (const name of ['x', 'x.exe', 'x.svg', 'x.pdf.exe']) {
      expect(nameFor(name, 'pdf'), name).toEqual({ problem: 'FILE_NAME_DISAGREES' });
      expect(nameFor(name, 'png'), name).toEqual({ problem: 'FILE_NAME_DISAGREES' });
    }
  });
});

describe('a link', () => {
  it('leads by https to a host with a name', () => {
    for (const address of ['https://emu.dk', 'HTTPS://www.uvm.dk/a?b=c#d', 'https://xn--rdgrd-vuad.dk:8443/'])
      expect(addressProblem(address), address).toBeNull();
    for (const address of [
      'http://emu.dk',
      'emu.dk',
      'javascript:alert(1)',
      'data:text/html,x',
      'mailto:a@b.dk',
      'https://',
      'https://localhost',
      'https://127.0.0.1/',
      'https://[::1]/',
      'https://anne:kode@emu.dk',
      'https://emu.dk/a b',
    ])
      expect(addressProblem(address), address).toBe('NOT_HTTPS');
    expect(addressProblem('')).toBe('EMPTY');
    expect(addressProblem(`https://emu.dk/${'a'.repeat(2_000)}`)).toBe('TOO_LONG');
    expect(addressProblem('https://emu.dk/?cpr=010190-1234')).toBe('CPR');
    expect(addressProblem('https://emu.dk/\u202e')).toBe('CONTROL_CHARACTER');
  });

  it('is read by its host', () => {
    expect(hostOf('https://www.emu.dk/grundskole')).toBe('emu.dk');
    expect(hostOf('ikke en adresse')).toBe('');
  });
});

describe('an item’s material', () => {
  const at = (state: string, meetingState = 'HELD') => ({ state, meetingState });

  it('comes along until a meeting has dealt with the item', () => {
    expect(comesAlong([])).toBe(true);
    expect(comesAlong([at('CARRIED')])).toBe(true);
    expect(comesAlong([at('PARKED'), at('CARRIED')])).toBe(true);
    expect(comesAlong([at('PLANNED', 'CANCELLED'), at('DONE', 'CANCELLED')])).toBe(true);
    for (const state of ['DONE', 'DROPPED', 'ACTIVE', 'PLANNED']) {
      expect(comesAlong([at(state)]), state).toBe(false);
      expect(comesAlong([at('CARRIED'), at(state), at('CARRIED')]), state).toBe(false);
    }
  });
});
