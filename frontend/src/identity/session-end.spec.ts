import { describe, expect, it } from 'vitest';
import { endsSoon } from './session-end.ts';

const ENDS = '2026-11-26T12:00:00.000Z';
const at = (time: string) => Date.parse(`2026-11-26T${time}Z`);

describe('a session', () => {
  it('ends soon in its last two minutes, and not before', () => {
    expect(endsSoon(ENDS, at('11:57:59.999'))).toBe(false);
    expect(endsSoon(ENDS, at('11:58:00.000'))).toBe(true);
    expect(endsSoon(ENDS, at('11:59:59.999'))).toBe(true);
  });

  it('does not end soon once it has ended', () => {
    expect(endsSoon(ENDS, at('12:00:00.000'))).toBe(false);
    expect(endsSoon(ENDS, at('13:00:00.000'))).toBe(false);
  });
});
