import { useMemo } from 'react';
import { useMutate } from '../live/parts/use-mutate.ts';
import {
  EXTEND_ITEM,
  FINISH_MEETING,
  GO_TO_ITEM,
  NEXT_ITEM,
  PREVIOUS_ITEM,
  SET_OUTCOME,
  START_MEETING,
  STARTED_BY_MISTAKE,
} from './live.documents.ts';
import type { ItemData, MeetingData } from './parts/meeting.documents.ts';
import { useMeant } from './use-meant.ts';
import { useSettled } from './use-settled.ts';

/** All that leading a meeting can tell the server; every step says what this screen saw, so that two taps take it once. */
export interface Run {
  start: () => void;
  takeStartBack: () => void;
  next: (outcome?: string, reason?: string) => void;
  previous: () => void;
  goTo: (itemId: string) => void;
  extend: (item: ItemData, minutes: number) => void;
  setOutcome: (item: ItemData, outcome: string, reason?: string) => void;
  finish: () => void;
}

export interface Running {
  run: Run;
  pending: boolean;
  error: unknown;
}

export function useRun(meeting: MeetingData, refetch: () => unknown): Running {
  const again = { again: true };
  const [start, starting] = useMutate(START_MEETING, again);
  const [mistake, takingBack] = useMutate(STARTED_BY_MISTAKE);
  const [next, moving] = useMutate(NEXT_ITEM, again);
  const [previous, goingBack] = useMutate(PREVIOUS_ITEM, again);
  const [goTo, going] = useMutate(GO_TO_ITEM, again);
  const [extend, extending] = useMutate(EXTEND_ITEM, again);
  const [setOutcome, judging] = useMutate(SET_OUTCOME, again);
  const [finish, finishing] = useMutate(FINISH_MEETING, again);
  const all = [starting, takingBack, moving, goingBack, going, extending, judging, finishing];
  const settled = useSettled(refetch);
  const { id: meetingId, currentItemId: seen } = meeting;
  const item = useMeant(seen);

  const run = useMemo<Run>(() => {
    return {
      start: () => void settled(start({ meetingId })),
      takeStartBack: () => void settled(mistake({ meetingId })),
      next: (outcome, reason) =>
        void settled(next({ meetingId, seen: item(), outcome: outcome ?? null, reason: reason ?? null })),
      previous: () => void settled(previous({ meetingId, seen })),
      goTo: (itemId) => void settled(goTo({ meetingId, itemId, seen })),
      extend: (extended, minutes) => void settled(extend({ itemId: extended.id, minutes, seen: extended.extendedMin })),
      setOutcome: (judged, outcome, reason) =>
        void settled(setOutcome({ itemId: judged.id, outcome, reason: reason ?? null })),
      finish: () => void settled(finish({ meetingId })),
    };
  }, [start, mistake, next, previous, goTo, extend, setOutcome, finish, meetingId, seen, item, settled]);
  return {
    run,
    pending: moving.pending || finishing.pending || starting.pending,
    error: all.find((one) => one.error)?.error ?? null,
  };
}
