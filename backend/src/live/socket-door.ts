import type { z } from 'zod';
import type { Refused } from '#live-protocol/events.ts';
import { abilityNamed, SIGNED_IN_ABILITY } from '../access/policy.ts';
import { isDatabaseAway, Refusal } from '../platform/errors.ts';
import type { LiveSocket } from './feed.ts';
import { FRONT_DOOR } from './handshake.ts';
import { Pace } from './pace.ts';

/** A door was asked for something it does not give; the code goes to the client as it is. */
export class DoorRefused extends Error {
  constructor(readonly code: Refused) {
    super(code);
  }
}

const TOO_FAST = Object.freeze({ ok: false, refused: 'TOO_FAST' } as const);

/**
 * One event that a socket may send, as a mutation is one operation: it names its ability and its pace, its input is checked
 * before anything else, and it always answers. Each is a provider, found when the server starts; one without a known ability or
 * without a pace stops the start.
 */
export abstract class SocketDoor<Input = unknown, Answer extends object = object> {
  /** The event's name in libs/live-protocol. */
  abstract readonly event: string;
  abstract readonly ability: string;
  abstract readonly input: z.ZodType<Input>;
  /** How often one socket may knock. So generous that a person never notices it; a page that does tries again a moment later. */
  abstract readonly pace: Pace;
  /** Whom it is open to, by the way they came in; to everybody else nothing is there. */
  readonly entrance: string = FRONT_DOOR;

  /** @throws DoorRefused or Refusal with what the client is told */
  abstract answer(socket: LiveSocket, input: Input): Promise<Answer>;

  /**
   * Lets an event in: checks, answers, and never throws. One that comes too fast is refused before it is looked at.
   * @param fault told of what is no refusal, for the log
   */
  async take(
    socket: LiveSocket,
    raw: unknown,
    fault: (error: unknown) => void,
  ): Promise<({ ok: true } & Answer) | { ok: false; refused: Refused }> {
    if (!this.pace.allows(socket)) return TOO_FAST;
    if (socket.data.entrance !== this.entrance) return { ok: false, refused: 'NOT_FOUND' };
    const checked = this.input.safeParse(raw);
    if (!checked.success) return { ok: false, refused: 'INPUT_REFUSED' };
    try {
      return { ok: true, ...(await this.answer(socket, checked.data)) };
    } catch (error) {
      const refused = refusedBy(error);
      if (refused === 'FAULT') fault(error);
      return { ok: false, refused };
    }
  }
}

function refusedBy(error: unknown): Refused {
  if (error instanceof DoorRefused) return error.code;
  if (error instanceof Refusal) return error.extensions['code'] as Refused;
  return isDatabaseAway(error) ? 'DATABASE_AWAY' : 'FAULT';
}

/** @returns each door whose ability no policy declares, and each that has no pace */
export const unguardedDoors = (doors: readonly Pick<SocketDoor, 'event' | 'ability' | 'pace'>[]): string[] =>
  doors.flatMap(({ event, ability, pace }) => [
    ...(ability === SIGNED_IN_ABILITY || abilityNamed(ability)
      ? []
      : [`socket event ${event} (${ability} is in no policy)`]),
    ...((pace as unknown) instanceof Pace ? [] : [`socket event ${event} (has no pace)`]),
  ]);
