import { describe, expect, it } from 'vitest';
import { day, id, instant, text } from '../src/text.ts';

const faults = (result: { success: boolean; error?: { issues: { message: string }[] } }): string[] =>
  result.error?.issues.map((issue) => issue.message) ?? [];

describe('fields', () => {
  it('a text field gives the fault by its code, never in the words of the checking library', () => {
    const field = text({ max: 5, required: true });
    expect(faults(field.safeParse(' '))).toEqual(['EMPTY']);
    expect(faults(field.safeParse('seks tegn'))).toEqual(['TOO_LONG']);
    expect(faults(field.safeParse('a\u0000'))).toEqual(['CONTROL_CHARACTER']);
    expect(faults(text({ max: 50 }).safeParse('070761-4285'))).toEqual(['CPR']);
    expect(field.safeParse('godt').success).toBe(true);
  });

  it('ids, days and instants are refused by code too', () => {
    expect(faults(id().safeParse("1' or '1'='1"))).toEqual(['NOT_AN_ID']);
    expect(faults(day().safeParse('2026-02-29'))).toEqual(['NOT_A_DAY']);
    expect(day().safeParse('2028-02-29').success).toBe(true);
    expect(faults(instant().safeParse('i morgen'))).toEqual(['NOT_A_TIME']);
    expect(instant().safeParse('2026-11-23T13:30:00Z').success).toBe(true);
  });
});
