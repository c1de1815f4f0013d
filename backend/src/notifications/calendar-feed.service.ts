import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { hashOfToken } from '../access/request.ts';
import { personScope } from '../platform/change-log.ts';
import { Database } from '../platform/database.ts';
import { newId } from '../platform/new-id.ts';
import { UnitOfWork, type Asker, type Done, type Work } from '../platform/unit-of-work.ts';
import { calendarOf } from './calendar-file.ts';
import { notificationsPolicy } from './notifications.policy.ts';
import { oneLine } from './one-line.ts';
import { Post } from './post.ts';

const OWN = notificationsPolicy['feed.own'];

/** A meeting of a feed; made by screen_calendar_feed (feed.sql). */
interface FeedMeeting {
  id: string;
  title: string;
  team: string;
  startsAt: string;
  durationMin: number;
  place: string;
  cancelled: boolean;
  changedAt: string;
  sequence: number;
}

/** The secret address of somebody's own meetings: making it, taking it back, and what stands there. */
@Injectable()
export class CalendarFeedService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Post) private readonly post: Post,
  ) {}

  /** A new address; the one before shows nothing more. @returns its path, which is known to nobody afterwards */
  async make(who: Asker): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    await this.unitOfWork.run(who, OWN, async (work) => {
      work.asked.add(OWN);
      await takeBack(work);
      await work.query(
        'insert into calendar_feed (id, municipality_id, person_id, token_hash) values ($1, $2, $3, $4)',
        [newId(), work.actor.municipalityId, work.actor.personId, hashOfToken(token)],
      );
      record(work, 'made');
    });
    return `/kalender/${token}.ics`;
  }

  /** The address shows nothing more. One that is not there is as good as taken back. */
  revoke(who: Asker): Promise<Done<string>> {
    return this.unitOfWork.run(who, OWN, async (work) => {
      work.asked.add(OWN);
      await takeBack(work);
      record(work, 'revoked');
      return work.actor.personId;
    });
  }

  /** @returns the calendar behind a token; null alike for one that is unknown and one that is revoked */
  async calendar(token: string): Promise<string | null> {
    const [row] = await this.database.statement<{ meetings: FeedMeeting[] | null }>(
      'screen_calendar_feed',
      'select screen_calendar_feed($1) as meetings',
      [hashOfToken(token)],
    );
    if (!row?.meetings) return null;
    return calendarOf(
      'PLF-møder',
      row.meetings.map(({ id, team, changedAt, ...meeting }) => {
        const url = this.post.link(`/moede/${id}`);
        return { ...meeting, id, description: `${oneLine(team)}\n${url}`, url, stamp: new Date(changedAt) };
      }),
    );
  }
}

const takeBack = (work: Work): Promise<unknown> =>
  work.query('update calendar_feed set revoked_at = clock_timestamp() where person_id = $1 and revoked_at is null', [
    work.actor.personId,
  ]);

function record(work: Work, verb: string): void {
  const { personId } = work.actor;
  work.changes.record({
    scopes: [personScope(personId)],
    entity: 'MyCalendar',
    entityId: personId,
    verb,
    fields: { hint: true },
  });
}
