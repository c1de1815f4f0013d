import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { RequestContext, SignedIn } from '../access/request.ts';
import { hashOfToken } from '../access/request.ts';
import { linesOf } from '../access/uses.port.ts';
import { SETTINGS, type Settings } from '../platform/config.ts';
import { Database } from '../platform/database.ts';
import { Doorbell, lookAgain } from '../platform/doorbell.ts';
import { Refusal } from '../platform/errors.ts';
import { UnitOfWork, type Work } from '../platform/unit-of-work.ts';
import { newId } from '../platform/new-id.ts';
import { hashPassword, passwordMatches } from './password.ts';

const MOST_PER_NAME = 8;
const MOST_PER_ADDRESS = 60;
const WINDOW = '15 minutes';

interface AccountRow {
  municipality_id: string;
  person_id: string;
  password_hash: string;
}

@Injectable()
export class SignInService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Doorbell) private readonly doorbell: Doorbell,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /**
   * Opens a session and sets its cookie. Unknown names and wrong passwords are refused alike, in the same time.
   * @throws Refusal SIGN_IN_REFUSED, or TOO_MANY_ATTEMPTS after eight tries at a name or sixty from an address in 15 minutes
   */
  async signIn(context: RequestContext, signInName: string, password: string): Promise<void> {
    const name = signInName.trim().toLowerCase();
    const byName = `name:${hashOfToken(name).toString('hex')}`;
    await this.countAttempt(byName, MOST_PER_NAME);
    await this.countAttempt(`from:${hashOfToken(context.from).toString('hex')}`, MOST_PER_ADDRESS);
    const [account] = await this.database.statement<AccountRow & Record<string, unknown>>(
      'door_account',
      'select * from door_account($1)',
      [name],
    );
    if (!(await passwordMatches(account?.password_hash, password)) || !account) throw new Refusal('SIGN_IN_REFUSED');
    await this.database.pool.query('select door_sign_in_succeeded($1)', [byName]);
    await this.openSession(context, { municipalityId: account.municipality_id, personId: account.person_id });
  }

  /**
   * Takes a one-time invitation, makes the person's account and signs them in.
   * @throws Refusal SIGN_IN_REFUSED when the invitation is used, too old or unknown, or the name is taken
   */
  async acceptInvitation(context: RequestContext, token: string, signInName: string, password: string): Promise<void> {
    const hash = hashOfToken(token);
    const [invitation] = await this.database.statement<{ municipality_id: string; person_id: string }>(
      'door_invitation',
      'select * from door_invitation($1)',
      [hash],
    );
    if (!invitation) throw new Refusal('SIGN_IN_REFUSED');
    const passwordHash = await hashPassword(password);
    const accepted = await this.database.pool
      .query<{ person: string | null }>('select door_accept_invitation($1, $2, $3) as person', [
        hash,
        signInName.trim().toLowerCase(),
        passwordHash,
      ])
      .catch((error: { code?: string }) => {
        if (error.code === '23505') throw new Refusal('SIGN_IN_REFUSED', { field: 'signInName' });
        throw error;
      });
    if (!accepted.rows[0]?.person) throw new Refusal('SIGN_IN_REFUSED');
    await this.openSession(context, { municipalityId: invitation.municipality_id, personId: invitation.person_id });
  }

  /** Ends the session everywhere it is open; its sockets leave within a second. */
  async signOut(context: RequestContext, who: SignedIn): Promise<void> {
    await this.unitOfWork.withoutHistory(who, async (query) => {
      await query('update session set ended_at = now() where id = $1', [who.sessionId]);
      await auditSession(query, 'SIGN_OUT', context.sessionHash, who.sessionId);
    });
    this.doorbell.ring(who.municipalityId, [lookAgain(who.personId)]);
    context.clearCookie();
  }

  /**
   * Lets the session last as long again from now as one that begins, but no longer than a week from when it began. It never
   * becomes shorter.
   * @returns when it ends, in UTC
   * @throws Refusal SIGNED_OUT
   */
  async staySignedIn(context: RequestContext, who: SignedIn): Promise<string> {
    const [session] = await this.unitOfWork.withoutHistory(who, (query) =>
      query<{ ends: string; seconds: number }>(
        `update session set expires_at = greatest(expires_at, least(now() + make_interval(secs => $2), created_at + session_longest()))
         where id = $1 and ended_at is null and expires_at > now()
         returning utc(expires_at) as ends, extract(epoch from expires_at - now())::integer as seconds`,
        [who.sessionId, this.settings.SESSION_HOURS * 3600],
      ),
    );
    if (!session) throw new Refusal('SIGNED_OUT');
    context.renewCookie(session.seconds);
    return session.ends;
  }

  private async openSession(
    context: RequestContext,
    actor: { municipalityId: string; personId: string },
  ): Promise<void> {
    // A new token at every sign-in: a fixed one would outlive whoever planted it.
    const token = randomBytes(32).toString('base64url');
    const seconds = this.settings.SESSION_HOURS * 3600;
    const id = newId();
    await this.unitOfWork.withoutHistory(actor, async (query) => {
      await query(
        `insert into session (id, municipality_id, person_id, token_hash, expires_at) values ($1, $2, $3, $4, now() + make_interval(secs => $5))`,
        [id, actor.municipalityId, actor.personId, hashOfToken(token), seconds],
      );
      await query(
        'insert into outbox_secret (person_id, municipality_id) values ($1, $2) on conflict (person_id) do nothing',
        [actor.personId, actor.municipalityId],
      );
      await auditSession(query, 'SIGN_IN', hashOfToken(token), id);
    });
    context.setCookie(token, seconds);
  }

  private async countAttempt(key: string, most: number): Promise<void> {
    const { rows } = await this.database.pool.query<{ attempts: number }>(
      'select door_sign_in_attempt($1, $2::interval) as attempts',
      [key, WINDOW],
    );
    if ((rows[0]?.attempts ?? 0) > most) throw new Refusal('TOO_MANY_ATTEMPTS', { minutes: 15 });
  }
}

/** The session's own line in the audit, written with it: that somebody came or went survives a kill as the session does. */
async function auditSession(
  query: Work['query'],
  verb: 'SIGN_IN' | 'SIGN_OUT',
  sessionHash: Buffer,
  sessionId: string,
): Promise<void> {
  await query('select door_audit($1)', [
    linesOf([{ sessionHash, verb, object: 'Session', objectId: sessionId, criterion: null, at: Date.now() }]),
  ]);
}
