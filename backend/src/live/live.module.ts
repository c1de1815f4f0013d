import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { MeetingFeed, MunicipalityFeed, PersonFeed, SchoolFeed, TeamFeed } from './change-feed.ts';
import { FollowDoor, LeaveDoor } from './follow.door.ts';
import { LiveClock } from './live-clock.ts';
import { LiveGateway } from './live.gateway.ts';
import { LiveRooms } from './live-rooms.ts';
import './live.policy.ts';
import { PresenceElsewhere } from './presence-elsewhere.ts';
import { Presence } from './presence.ts';
import { PresenceDoor } from './presence.door.ts';

/** Rooms, presence and the change feed; later rooms add doors and feeds of their own. */
@Module({
  imports: [DiscoveryModule],
  providers: [
    LiveGateway,
    LiveRooms,
    LiveClock,
    PresenceElsewhere,
    Presence,
    FollowDoor,
    LeaveDoor,
    PresenceDoor,
    MeetingFeed,
    TeamFeed,
    PersonFeed,
    SchoolFeed,
    MunicipalityFeed,
  ],
  exports: [LiveRooms, LiveClock],
})
export class LiveModule {}
