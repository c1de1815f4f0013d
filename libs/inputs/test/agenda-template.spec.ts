import { describe, expect, it } from 'vitest';
import { newStep } from '#domain/template-rules.ts';
import { templateInput } from '../src/agenda-template.ts';

const written = (more: Record<string, unknown> = {}, step: Record<string, unknown> = {}) => ({
  name: 'Møde',
  purpose: '',
  bring: '',
  roles: [],
  steps: [{ ...newStep('a'), title: 'Runde', ...step }],
  ...more,
});
const faults = (input: unknown) =>
  templateInput.safeParse(input).error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`) ?? [];

describe('a template as it is written', () => {
  it('needs a name, and a title and a whole number of minutes for each step', () => {
    expect(faults(written())).toEqual([]);
    expect(faults(written({ name: '' }))).toEqual(['name EMPTY']);
    expect(faults(written({}, { title: '  ' }))).toEqual(['steps.0.title EMPTY']);
    expect(faults(written({}, { minutes: 7.5 }))).toEqual(['steps.0.minutes NOT_A_NUMBER']);
    expect(faults(written({}, { minutes: 241 }))).toEqual(['steps.0.minutes TOO_LONG']);
    expect(faults(written({}, { minMinutes: 0 }))).toEqual(['steps.0.minMinutes TOO_SHORT']);
    expect(faults(written({}, { key: 'Æ' }))).toEqual(['steps.0.key NOT_AN_ID']);
  });

  it('stops a CPR number and hidden characters wherever they are', () => {
    const cpr = '010203-1234';
    for (const field of ['name', 'purpose', 'bring'])
      expect(faults(written({ [field]: cpr }))).toEqual([`${field} CPR`]);
    expect(faults(written({}, { guidance: cpr }))).toEqual(['steps.0.guidance CPR']);
    expect(faults(written({}, { title: 'a\u0000' }))).toEqual(['steps.0.title CONTROL_CHARACTER']);
  });

  it('names a fault between the steps at the field it is in', () => {
    expect(faults(written({}, { minMinutes: 11 }))).toEqual(['steps.0.minMinutes ABOVE_MINUTES']);
    expect(faults(written({ steps: [] }))).toEqual(['steps EMPTY']);
    expect(faults(written({ roles: ['OBSERVER', 'OBSERVER'] }))).toEqual(['roles TWICE']);
  });
});
