import { Inject, Injectable } from '@nestjs/common';
import { FileDoor, type SentFile } from '../access/file-door.ts';
import type { Related } from '../access/guarded-schema.ts';
import { abilityNamed, holds } from '../access/policy.ts';
import { checkedId, screen, type RequestContext } from '../access/request.ts';
import { meetingsPolicy } from '../meetings/meetings.policy.ts';
import { Database } from '../platform/database.ts';
import { notFound } from '../platform/errors.ts';
import { calendarOf } from './calendar-file.ts';
import { Post } from './post.ts';
import { writeMail, type NoticeFacts } from './write-mail.ts';

/** Made by screen_meeting_event (meeting-event.sql). */
interface MeetingEvent extends Related {
  facts: NoticeFacts;
  cancelled: boolean;
  changedAt: string;
  sequence: number;
}

/**
 * One meeting as a calendar file, for whoever may read the meeting. It is the same event as the one that mails and the calendar
 * feed tell of: put in a calendar by hand, it is changed by the mail that comes later, and not doubled.
 */
@Injectable()
export class MeetingEventDoor extends FileDoor {
  readonly path = '/kalender/moede/:meetingId';
  readonly ability = meetingsPolicy['meeting.read'];
  readonly object = 'Meeting';

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Post) private readonly post: Post,
  ) {
    super();
  }

  async answer(parts: Readonly<Record<string, string>>, context: RequestContext): Promise<SentFile> {
    const id = checkedId(parts['meetingId'] ?? '');
    const event = await screen<MeetingEvent>(this.database, context, 'screen_meeting_event', [id]);
    if (!holds(abilityNamed(this.ability)!, event._rel)) throw notFound();
    const { facts, cancelled, sequence } = event;
    const url = this.post.link(`/moede/${id}`);
    const { description } = writeMail('CONVENED', facts, { meeting: url });
    const file = calendarOf('PLF-møder', [
      { ...facts, id, sequence, cancelled, description, url, stamp: new Date(event.changedAt) },
    ]);
    return { name: 'plf-møde.ics', type: 'text/calendar; charset=utf-8', bytes: Buffer.from(file), objectId: id };
  }
}
