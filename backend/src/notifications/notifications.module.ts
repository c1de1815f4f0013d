import { Module } from '@nestjs/common';
import { CalendarFeedController } from './calendar-feed.controller.ts';
import { CalendarFeedResolver } from './calendar-feed.resolver.ts';
import { CalendarFeedService } from './calendar-feed.service.ts';
import { MailRound } from './mail-round.ts';
import { MailsEnd } from './mails-end.ts';
import { MailboxResolver } from './mailbox.resolver.ts';
import { MeetingEventDoor } from './meeting-event.door.ts';
import './notifications.policy.ts';
import { Post } from './post.ts';
import { QueueNotices } from './queue-notices.ts';
import { ReplyResolver } from './reply.resolver.ts';
import { ReplyService } from './reply.service.ts';

/** The indkaldelse by mail, answers to it, and everybody's own calendar. */
@Module({
  controllers: [CalendarFeedController],
  providers: [
    Post,
    QueueNotices,
    MailRound,
    MailsEnd,
    MailboxResolver,
    ReplyService,
    ReplyResolver,
    CalendarFeedService,
    CalendarFeedResolver,
    MeetingEventDoor,
  ],
})
export class NotificationsModule {}
