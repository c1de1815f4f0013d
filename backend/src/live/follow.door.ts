import { Inject, Injectable } from '@nestjs/common';
import { followInput, leaveInput } from '#inputs/live.ts';
import type { FollowedKind, LiveChange } from '#live-protocol/change.ts';
import { SIGNED_IN_ABILITY } from '../access/policy.ts';
import { LiveClock } from './live-clock.ts';
import { LiveRooms } from './live-rooms.ts';
import type { Feed, LiveSocket } from './feed.ts';
import { Pace } from './pace.ts';
import { DoorRefused, SocketDoor } from './socket-door.ts';

interface Follow {
  kind: FollowedKind;
  id: string;
  since: number | null;
}

/** Following a scope of the change log. Whether one may is asked by its feed, as its room is entered. */
@Injectable()
export class FollowDoor extends SocketDoor<Follow> {
  readonly event = 'follow';
  readonly ability = SIGNED_IN_ABILITY;
  readonly input = followInput;
  /** A page that comes back follows all it shows at once: dozens of scopes, where a page has three or four. */
  readonly pace = new Pace(100, 20);

  constructor(
    @Inject(LiveRooms) private readonly rooms: LiveRooms,
    @Inject(LiveClock) private readonly clock: LiveClock,
  ) {
    super();
  }

  async answer(socket: LiveSocket, { kind, id, since }: Follow): Promise<object> {
    const feed = this.rooms.feed(kind) as Feed<LiveChange> | undefined;
    if (!feed) throw new DoorRefused('INPUT_REFUSED');
    const { version, items } = await this.rooms.enter(socket, feed, id, since);
    const serverTime = this.clock.now();
    return items === null ? { version, tooFarBehind: true, serverTime } : { version, changes: items, serverTime };
  }
}

@Injectable()
export class LeaveDoor extends SocketDoor<Omit<Follow, 'since'>> {
  readonly event = 'leave';
  readonly ability = SIGNED_IN_ABILITY;
  readonly input = leaveInput;
  /** Leaving is never to wait behind following. */
  readonly pace = new Pace(200, 50);

  constructor(@Inject(LiveRooms) private readonly rooms: LiveRooms) {
    super();
  }

  answer(socket: LiveSocket, { kind, id }: Omit<Follow, 'since'>): Promise<object> {
    this.rooms.leave(socket, kind, id);
    return Promise.resolve({});
  }
}
