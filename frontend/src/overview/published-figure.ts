import type { IntlShape } from 'react-intl';

/** A published figure in words: the number, or what stands in its place. */
export function figureWords(intl: IntlShape, figure: string): string {
  switch (figure) {
    case 'MOST':
      return intl.formatMessage({ id: 'overview.figure.most', defaultMessage: 'de fleste' });
    case 'TOO_FEW':
      return intl.formatMessage({ id: 'overview.tooFew', defaultMessage: 'for få' });
    default:
      return intl.formatNumber(Number(figure));
  }
}

/** How deep a figure is drawn: a step for every three teams. */
export function figureStep(figure: string): 0 | 1 | 2 | 3 | 4 {
  if (figure === 'MOST') return 4;
  return Math.max(0, Math.min(4, Math.floor(Number(figure) / 3))) as 0 | 1 | 2 | 3 | 4;
}

/**
 * The marker with the lowest published figure for the whole municipality; null when several share it, since then the
 * published figures don't tell.
 */
export function leastAttention(figures: readonly { markerId: string; figure: string }[]): string | null {
  const numbered = figures.map(({ markerId, figure }) => ({
    markerId,
    value: figure === 'MOST' ? Number.MAX_SAFE_INTEGER : Number(figure) || 0,
  }));
  const lowest = Math.min(...numbered.map((one) => one.value));
  const there = numbered.filter((one) => one.value === lowest);
  return there.length === 1 ? there[0]!.markerId : null;
}
