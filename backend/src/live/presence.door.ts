import { Inject, Injectable } from '@nestjs/common';
import { presenceInput } from '#inputs/live.ts';
import type { SetPresence } from '#live-protocol/events.ts';
import type { LiveSocket } from './feed.ts';
import { livePolicy } from './live.policy.ts';
import { LiveRooms } from './live-rooms.ts';
import { Pace } from './pace.ts';
import { Presence } from './presence.ts';
import { DoorRefused, SocketDoor } from './socket-door.ts';

/** What a person does in a meeting's room: where they look, hand up, writing. Of another room it is answered as of none. */
@Injectable()
export class PresenceDoor extends SocketDoor<SetPresence> {
  readonly event = 'presence:set';
  readonly ability = livePolicy['live.meeting'];
  readonly input = presenceInput;
  readonly pace = new Pace(20, 5);

  constructor(
    @Inject(LiveRooms) private readonly rooms: LiveRooms,
    @Inject(Presence) private readonly presence: Presence,
  ) {
    super();
  }

  async answer(socket: LiveSocket, input: SetPresence): Promise<object> {
    if (!this.rooms.has(socket, 'MEETING', input.meetingId)) throw new DoorRefused('NOT_FOUND');
    await this.presence.set(socket, input);
    return {};
  }
}
