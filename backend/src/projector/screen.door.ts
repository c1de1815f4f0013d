import { Inject, Injectable } from '@nestjs/common';
import { screenFollowInput } from '#inputs/projector.ts';
import { SCREEN_ENTRANCE } from '#live-protocol/screen.ts';
import type { LiveSocket } from '../live/feed.ts';
import { LiveRooms } from '../live/live-rooms.ts';
import { Pace } from '../live/pace.ts';
import { DoorRefused, SocketDoor } from '../live/socket-door.ts';
import { projectorPolicy } from './projector.policy.ts';
import { ScreenFeed } from './screen-feed.ts';

/** The only door that is open to a screen: following the meeting that is lent to it. Which one, its loan says. */
@Injectable()
export class ScreenDoor extends SocketDoor<object | null> {
  readonly event = 'screen:follow';
  readonly ability = projectorPolicy['projector.agenda'];
  readonly input = screenFollowInput;
  /** Once a connection. */
  readonly pace = new Pace(10, 1);
  override readonly entrance = SCREEN_ENTRANCE;

  constructor(
    @Inject(LiveRooms) private readonly rooms: LiveRooms,
    @Inject(ScreenFeed) private readonly feed: ScreenFeed,
  ) {
    super();
  }

  async answer(socket: LiveSocket): Promise<{ version: number }> {
    const { roomId } = socket.data;
    if (!roomId) throw new DoorRefused('NOT_FOUND');
    const { version } = await this.rooms.enter(socket, this.feed, roomId, null);
    return { version };
  }
}
