import { useState } from 'react';
import { refusalCode } from '../platform/parts/refusals.ts';
import { useMutate } from '../live/parts/use-mutate.ts';
import { ADD_CLOSING_DAYS, REMOVE_CLOSING_DAY } from './closing-days.documents.ts';
import { stretchOf, type ClosingDay } from './closing-day-words.ts';

/** Taking a closed day out, and putting it back as long as the page says that it is gone. */
export interface Removing {
  /** What was taken out last, and whether it is back. */
  last: { day: ClosingDay; isBack: boolean } | null;
  remove: (day: ClosingDay) => Promise<void>;
  putBack: () => Promise<void>;
  forget: () => void;
  error: unknown;
}

export function useRemoving(schoolYear: string, refetch: () => void): Removing {
  const [last, setLast] = useState<Removing['last']>(null);
  const [remove, removed] = useMutate(REMOVE_CLOSING_DAY);
  const [add, added] = useMutate(ADD_CLOSING_DAYS);
  return {
    last,
    error: removed.error ?? added.error,
    remove: async (day) => {
      added.forget();
      setLast(null);
      const { id, error } = await remove({ id: day.id });
      if (id) return setLast({ day, isBack: false });
      // A colleague was faster: it is gone, as was wanted.
      if (refusalCode(error) === 'NOT_FOUND') {
        removed.forget();
        refetch();
      }
    },
    putBack: async () => {
      if (!last) return;
      const { id } = await add({ schoolYear, days: [stretchOf(last.day)] });
      if (id) setLast({ ...last, isBack: true });
    },
    forget: () => {
      setLast(null);
      removed.forget();
      added.forget();
    },
  };
}
