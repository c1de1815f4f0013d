import { useIntl } from 'react-intl';
import type { SilentWritingData } from './silent.documents.ts';

const MINUTE = 60_000;

export interface SilentTime {
  given: number;
  spent: number;
  /** Whole minutes left, the begun one included; 0 when the time is up. */
  left: number;
}

/** Null where no time was set. @param now ms since 1970, by the server's clock */
export function timeOf(writing: Pick<SilentWritingData, 'openedAt' | 'endsAt'>, now: number): SilentTime | null {
  if (!writing.endsAt) return null;
  const begin = Date.parse(writing.openedAt);
  const end = Date.parse(writing.endsAt);
  const given = Math.max(1, Math.round((end - begin) / MINUTE));
  const left = Math.min(given, Math.max(0, Math.ceil((end - now) / MINUTE)));
  return { given, spent: given - left, left };
}

/** "3 min tilbage". */
export function useLeftWords(time: SilentTime | null): string | null {
  const intl = useIntl();
  if (!time) return null;
  if (time.left === 0) return intl.formatMessage({ id: 'reflections.timeUp', defaultMessage: 'Tiden er gået' });
  return intl.formatMessage(
    { id: 'reflections.left', defaultMessage: '{minutes} min tilbage' },
    { minutes: time.left },
  );
}
