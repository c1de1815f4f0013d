import { Module } from '@nestjs/common';
import { LiveModule } from '../live/live.module.ts';
import './projector.policy.ts';
import { ProjectorResolver } from './projector.resolver.ts';
import { ProjectorService } from './projector.service.ts';
import { ScreenDoor } from './screen.door.ts';
import { ScreenEntrance } from './screen-entrance.ts';
import { ScreenFeed } from './screen-feed.ts';

/** The screen in the room, which is nobody's account. */
@Module({
  imports: [LiveModule],
  providers: [ProjectorResolver, ProjectorService, ScreenEntrance, ScreenFeed, ScreenDoor],
})
export class ProjectorModule {}
