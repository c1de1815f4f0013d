import { describe, expect, it } from 'vitest';
import { Meant, TOO_SOON_MS } from './meant.ts';

describe('what a tap is meant for', () => {
  it('is what stands there, however long', () => {
    expect(new Meant('a').tapped(0)).toBe('a');
    expect(new Meant('a').tapped(1_000_000)).toBe('a');
  });

  it('is what stood there when somebody else changed it a moment ago, and what stands there after that', () => {
    const meant = new Meant('a');
    meant.shown('b', 10_000);
    expect(meant.tapped(10_000 + TOO_SOON_MS - 1)).toBe('a');
    const later = new Meant('a');
    later.shown('b', 10_000);
    expect(later.tapped(10_000 + TOO_SOON_MS)).toBe('b');
  });

  it('is what stands there at once when it is the answer to one’s own tap: who leads may go on as fast as they like', () => {
    const meant = new Meant('a');
    expect(meant.tapped(10_000)).toBe('a');
    meant.shown('b', 10_050);
    expect(meant.tapped(10_060)).toBe('b');
    meant.shown('c', 10_100);
    expect(meant.tapped(10_110)).toBe('c');
  });

  it('is not disturbed by being shown the same again', () => {
    const meant = new Meant('a');
    meant.shown('b', 10_000);
    meant.shown('b', 10_300);
    expect(meant.tapped(10_500)).toBe('b');
  });
});
