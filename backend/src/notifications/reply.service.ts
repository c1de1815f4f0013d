import { Inject, Injectable } from '@nestjs/common';
import { secretInput, type Reply } from '#inputs/notifications.ts';
import { ask } from '../access/ask.ts';
import { hashOfToken, type RequestContext } from '../access/request.ts';
import { AlreadySo, orAlready } from '../meetings/run-room.ts';
import { meetingScope } from '../platform/change-log.ts';
import { Database } from '../platform/database.ts';
import { notFound, Refusal, stepNotPossible } from '../platform/errors.ts';
import { UnitOfWork, type Asker, type Done, type Work } from '../platform/unit-of-work.ts';
import { isTooMany } from './attempts.ts';
import { notificationsPolicy } from './notifications.policy.ts';
import type { ReplyPage } from './reply.types.ts';

const REPLY = notificationsPolicy['meeting.reply'];
/** A school's staff answer from one address, many at once when an indkaldelse has come. */
const MOST_A_MINUTE = 300;

/** Saying whether one comes, by the link in a mail. */
@Injectable()
export class ReplyService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * What the link is about. Reading it answers for nobody: a mailbox's scanner follows every link.
   * @throws Refusal NOT_FOUND, alike for a link that is unknown and for one whose person is no longer called
   */
  async page(context: RequestContext, token: string): Promise<ReplyPage> {
    const hash = await this.known(context, token);
    const [row] = await this.database.statement<{ page: ReplyPage | null }>(
      'screen_reply',
      'select screen_reply($1) as page',
      [hash],
    );
    if (!row?.page) throw notFound();
    return row.page;
  }

  /**
   * Notes the answer, as the person's own; it may be changed until the meeting begins.
   * @throws Refusal NOT_FOUND as `page`; STEP_NOT_POSSIBLE once it has begun or is cancelled
   */
  async reply(context: RequestContext, token: string, reply: Reply): Promise<ReplyPage> {
    const hash = await this.known(context, token);
    const [link] = await this.database.statement<{ municipality_id: string; meeting_id: string; person_id: string }>(
      'door_reply_link',
      'select * from door_reply_link($1)',
      [hash],
    );
    if (!link) throw notFound();
    await this.give({ municipalityId: link.municipality_id, personId: link.person_id }, link.meeting_id, reply);
    return this.page(context, token);
  }

  /**
   * The same answer, given from the meeting's page by whoever is signed in, for themselves.
   * @throws Refusal NOT_FOUND for whoever is not called; STEP_NOT_POSSIBLE as `reply`
   */
  give(who: Asker, meetingId: string, reply: Reply): Promise<Done<string>> {
    const run = this.unitOfWork.run(who, REPLY, async (work) => {
      await note(work, meetingId, reply);
      return meetingId;
    });
    return orAlready(meetingId, run);
  }

  /** @returns the hash to look for */
  private async known(context: RequestContext, token: string): Promise<Buffer> {
    if (await isTooMany(this.database, `reply from ${context.from}`, '1 minute', MOST_A_MINUTE))
      throw new Refusal('TOO_MANY_ATTEMPTS', { minutes: 1 });
    if (!secretInput.safeParse(token).success) throw notFound();
    return hashOfToken(token);
  }
}

async function note(work: Work, meetingId: string, reply: Reply): Promise<void> {
  const [meeting] = await work.query<{ is_called: boolean; reply_state: string }>(
    'select is_called(m, $2), reply_state(m) from meeting m where id = $1 for update',
    [meetingId, work.actor.personId],
  );
  if (!meeting?.is_called) throw notFound();
  if (meeting.reply_state !== 'OPEN') throw stepNotPossible(meeting.reply_state, []);
  await ask(work, REPLY, 'meeting', meetingId, REPLY);
  const changed = await work.query<{ id: string }>(
    `with said as (update meeting_participant set reply = $3 where meeting_id = $1 and person_id = $2 and reply is distinct from $3 returning id)
     select id from said`,
    [meetingId, work.actor.personId, reply],
  );
  if (changed.length === 0) throw new AlreadySo();
  work.changes.record({
    scopes: [meetingScope(meetingId)],
    entity: 'MeetingParticipant',
    entityId: changed[0]!.id,
    verb: 'replied',
    fields: { set: { reply } },
  });
}
