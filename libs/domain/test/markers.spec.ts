import { describe, expect, it } from 'vitest';
import { EXAMPLE_LABEL, EXAMPLE_MARKERS, MARKER_SHAPES } from '../src/markers.ts';

describe('the example markers', () => {
  it('each has a title, a short one for table heads, a description and signs', () => {
    expect(EXAMPLE_MARKERS).toHaveLength(5);
    for (const marker of EXAMPLE_MARKERS) {
      expect(marker.shortTitle.length).toBeLessThanOrEqual(20);
      expect(marker.description).not.toBe('');
      expect(marker.signs.length).toBeGreaterThanOrEqual(2);
    }
  });

  it('are called an example, and are told apart by shape as well as colour', () => {
    expect(EXAMPLE_LABEL).toMatch(/^Eksempel – ikke/);
    expect(new Set(MARKER_SHAPES).size).toBe(8);
  });
});
