import { useMutate } from '../live/parts/use-mutate.ts';
import type { MeetingData } from './parts/meeting.documents.ts';
import { secondsEach } from './round-time.ts';
import { END_ROUND, NEXT_SPEAKER, PASS_SPEAKER, START_ROUND } from './time.documents.ts';
import type { Room } from './use-room.ts';
import { useMeant } from './use-meant.ts';
import { useSettled } from './use-settled.ts';

const FEWEST = 2;
const CAME = ['PRESENT', 'GUEST'];

/** Taking turns in the room. */
export interface Rounds {
  /** There is an item on, enough people for it, and no round. */
  canStart: boolean;
  start: () => void;
  next: () => void;
  pass: () => void;
  end: () => void;
  error: unknown;
}

export function useRounds(meeting: MeetingData, room: Room, refetch: () => unknown): Rounds {
  const again = { again: true };
  const [start, starting] = useMutate(START_ROUND, again);
  const [next, going] = useMutate(NEXT_SPEAKER, again);
  const [pass, passing] = useMutate(PASS_SPEAKER, again);
  const [end, ending] = useMutate(END_ROUND, again);
  const settled = useSettled(refetch);
  const { id: meetingId, round } = meeting;
  const there = meeting.participants.filter((one) => CAME.includes(one.attendance ?? '')).length;
  const turn = useMeant(round?.at ?? 0);
  const { current } = room;
  return {
    canStart: room.mayRun && current !== null && !round && there >= FEWEST,
    start: () => {
      if (current) void settled(start({ itemId: current.id, seconds: secondsEach(room.time.left, there) }));
    },
    next: () => {
      if (round) void settled(next({ meetingId, roundId: round.id, seen: turn() }));
    },
    pass: () => {
      const speakerId = round?.speakerIds[round.at];
      if (round && speakerId) void settled(pass({ meetingId, roundId: round.id, seen: round.at, speakerId }));
    },
    end: () => {
      if (round) void settled(end({ meetingId, roundId: round.id }));
    },
    error: [starting, going, passing, ending].find((one) => one.error)?.error ?? null,
  };
}
