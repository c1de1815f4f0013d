import { randomBytes, randomInt } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { ask } from '../access/ask.ts';
import { hashOfToken, signedIn, type RequestContext } from '../access/request.ts';
import { meetingsPolicy } from '../meetings/meetings.policy.ts';
import { AlreadySo, notNow, orAlready, readMeeting } from '../meetings/run-room.ts';
import { meetingScope } from '../platform/change-log.ts';
import { Database } from '../platform/database.ts';
import { Refusal } from '../platform/errors.ts';
import { UnitOfWork, type Done, type Work } from '../platform/unit-of-work.ts';
import { projectorPolicy } from './projector.policy.ts';
import { SCREEN_COOKIE, screenHash } from './screen-cookie.ts';
import type { ScreenCode } from './projector.types.ts';

const LEND = projectorPolicy['projector.lend'];
const CODE_LASTS = '10 minutes';
const COOKIE_SECONDS = 24 * 3600;
/** A school's screens all come from one address, and each asks six times an hour. */
const MOST_CODES_FROM_ADDRESS = 200;
const MOST_TRIES_A_MINUTE = 6;
const MOST_DRAWS = 20;

/** Six digits hide nothing from whoever holds the database, and need not: a code lends nothing to whoever is not at a meeting. */
const hashOfCode = (code: string): Buffer => hashOfToken(`skaerm ${code}`);

/** The screen in the room: nobody's account, lent one meeting at a time. */
@Injectable()
export class ProjectorService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * The asking screen waits with a new code, and is known by a new cookie; its last code is good no more.
   * @throws Refusal TOO_MANY_ATTEMPTS after 200 from an address in ten minutes
   */
  async open(context: RequestContext): Promise<ScreenCode> {
    await this.count(`screen-from:${hashOfToken(context.from).toString('hex')}`, CODE_LASTS, MOST_CODES_FROM_ADDRESS);
    const token = randomBytes(32).toString('base64url');
    for (let draw = 0; draw < MOST_DRAWS; draw += 1) {
      const code = String(randomInt(1_000_000)).padStart(6, '0');
      const [row] = await this.database.statement<{ ends: string | null }>(
        'door_open_screen',
        'select utc(door_open_screen($1, $2, $3, $4::interval)) as ends',
        [hashOfToken(token), hashOfCode(code), screenHash(context), CODE_LASTS],
      );
      if (!row?.ends) continue;
      context.setOtherCookie(SCREEN_COOKIE, token, COOKIE_SECONDS);
      return { code, expiresAt: row.ends };
    }
    throw new Refusal('TOO_MANY_ATTEMPTS', { minutes: 10 });
  }

  /**
   * Lends the screen that shows this code the meeting, until it ends. A second tap of the same person is answered as the first.
   * @throws Refusal CODE_REFUSED, alike for a code that is unknown, has run out or is used; TOO_MANY_ATTEMPTS after six tries in a
   *   minute; NOT_FOUND, NOT_ALLOWED or STEP_NOT_POSSIBLE as the meeting stands
   */
  async lend(context: RequestContext, meetingId: string, code: string): Promise<Done<string>> {
    const { personId } = await signedIn(context, this.database);
    await this.count(`screen-code:${hashOfToken(personId).toString('hex')}`, '1 minute', MOST_TRIES_A_MINUTE);
    const run = this.unitOfWork.run(context, LEND, async (work) => {
      await ask(work, LEND, 'meeting', meetingId, meetingsPolicy['meeting.read']);
      const meeting = await readMeeting(work, meetingId);
      if (meeting.state !== 'IN_PROGRESS') throw notNow(meeting);
      const [door] = await work.query<{ lent: boolean | null }>('select door_lend_screen($1, $2) as lent', [
        hashOfCode(code),
        meetingId,
      ]);
      if (door!.lent === null) throw new Refusal('CODE_REFUSED');
      if (!door!.lent) throw new AlreadySo();
      await recordScreens(work, meetingId, 'lent to a screen');
      return meetingId;
    });
    return orAlready(meetingId, run);
  }

  /** Every screen that shows the meeting shows it no more, whoever lent it. */
  takeBack(context: RequestContext, meetingId: string): Promise<Done<string>> {
    const run = this.unitOfWork.run(context, LEND, async (work) => {
      await ask(work, LEND, 'meeting', meetingId, meetingsPolicy['meeting.read']);
      await readMeeting(work, meetingId);
      const taken = await work.query(
        'update lent_screen set returned_at = clock_timestamp() where meeting_id = $1 and returned_at is null returning id',
        [meetingId],
      );
      if (taken.length === 0) throw new AlreadySo();
      await recordScreens(work, meetingId, 'taken back from the screen');
      return meetingId;
    });
    return orAlready(meetingId, run);
  }

  /** Counted before anything is looked at, and kept when the rest is refused. */
  private async count(key: string, window: string, most: number): Promise<void> {
    const { rows } = await this.database.pool.query<{ attempts: number }>(
      'select door_sign_in_attempt($1, $2::interval) as attempts',
      [key, window],
    );
    if ((rows[0]?.attempts ?? 0) > most) throw new Refusal('TOO_MANY_ATTEMPTS', { minutes: 1 });
  }
}

/** Everybody in the meeting sees that it is shown on a screen, and the screens hear that they were lent or taken back. */
async function recordScreens(work: Work, meetingId: string, verb: string): Promise<void> {
  const [row] = await work.query<{ screens: number }>('select meeting_lent_screens($1) as screens', [meetingId]);
  work.changes.record({
    scopes: [meetingScope(meetingId)],
    entity: 'Meeting',
    entityId: meetingId,
    verb,
    fields: { set: { lentScreens: row!.screens } },
  });
}
