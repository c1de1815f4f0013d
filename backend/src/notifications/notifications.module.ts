import { Module } from '@nestjs/common';
import { MailRound } from './mail-round.ts';
import { MailboxResolver } from './mailbox.resolver.ts';
import './notifications.policy.ts';
import { Post } from './post.ts';
import { QueueNotices } from './queue-notices.ts';

/** The indkaldelse by mail, answers to it, and everybody's own calendar. */
@Module({ providers: [Post, QueueNotices, MailRound, MailboxResolver] })
export class NotificationsModule {}
