import { useCallback } from 'react';
import type { LiveChange } from '#live-protocol/change.ts';
import type { Mutated } from '../live/parts/use-mutate.ts';

/**
 * Waits for an answer. A lost tap comes back without changes, and a refusal means that others are further: either way the screen
 * fetches what is.
 * @returns what the step changed; empty when it was done already or refused
 */
export function useSettled(refetch: () => unknown): (answer: Promise<Mutated<unknown>>) => Promise<LiveChange[]> {
  return useCallback(
    async (answer) => {
      const { data, error } = await answer;
      const [done] = Object.values((data ?? {}) as Record<string, { changes: LiveChange[] }>);
      if (error || done?.changes.length === 0) await refetch();
      return done?.changes ?? [];
    },
    [refetch],
  );
}
