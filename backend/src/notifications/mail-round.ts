import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { hashOfToken } from '../access/request.ts';
import { ClockJob, NotNow } from '../platform/clock-job.ts';
import { meetingScope } from '../platform/change-log.ts';
import type { Actor, Work } from '../platform/unit-of-work.ts';
import { calendarMail } from './calendar-file.ts';
import { notificationsPolicy } from './notifications.policy.ts';
import { LONGEST_SENDING_MS, Post, type Handed, type Letter } from './post.ts';
import { writeMail, type NoticeFacts, type NoticeKind } from './write-mail.ts';

const LOOKS_EVERY_MS = 4_000;
const AT_ONCE = 4;
/** Longer than any sending: what has been under way for this long is sent by nobody any more. */
const CUT_OFF = `${(2 * LONGEST_SENDING_MS) / 1000} seconds`;
const RESTS_MS = 15_000;
const LONGEST_WAIT_MIN = 60;
const ADDRESS = /^[^\s<>()[\],;:"\\@]+@[^\s<>()[\],;:"\\@]+$/;

/** A mail that this process has taken, and nobody else will. */
interface Claimed {
  id: string;
  meetingId: string;
  kind: NoticeKind;
  version: number;
  facts: NoticeFacts;
  tries: number;
  queuedAt: string;
  wanted: boolean;
  /** Whether the team was told that no mail reaches them; null for whoever is called no more. */
  unreached: boolean | null;
  to: { name: string; address: string | null };
}

type Ended = Handed | { state: 'CAUGHT'; caught: object } | { state: 'DROPPED' | 'GIVEN_UP'; fault: string };

/** What an end says of whether mail reaches somebody; the others say nothing of it. */
const UNREACHED: Partial<Record<Ended['state'], boolean>> = { REFUSED: true, SENT: false, CAUGHT: false };

/**
 * Sends what is queued. A mail is taken, in a transaction of its own, before it is sent, and what became of it is noted afterwards; so each
 * is handed over once, but for the moment between a mail server's "yes" and our note of it (docs/decisions/0018).
 */
@Injectable()
export class MailRound extends ClockJob {
  readonly title = 'mail sent';
  readonly ability = notificationsPolicy['notices.clock'];
  protected override readonly everyMs = LOOKS_EVERY_MS;
  @Inject(Post) private readonly post!: Post;
  /** A mail server that was away is left alone for a while, by all municipalities. */
  private restsUntil = 0;

  protected async doIn(clock: Actor): Promise<string[]> {
    if (this.post.way === 'NONE') return [];
    const sent: string[] = [];
    const one = async () => {
      while (Date.now() >= this.restsUntil) {
        const token = randomBytes(32).toString('base64url');
        const mail = await this.claim(clock, token);
        if (!mail) return;
        const ended = await this.hand(mail, token);
        if (ended.state === 'AWAY') this.restsUntil = Math.max(this.restsUntil, Date.now() + RESTS_MS);
        await this.note(clock, mail, ended);
        if (ended.state === 'SENT' || ended.state === 'CAUGHT') sent.push(mail.id);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, one));
    return sent;
  }

  /** What is under way is waited for; nothing new is taken. */
  override onApplicationShutdown(): Promise<void> {
    this.restsUntil = Infinity;
    return super.onApplicationShutdown();
  }

  /** Queue and progress are no change of anything that people made: they have no history of their own. */
  private async claim(clock: Actor, token: string): Promise<Claimed | null> {
    const [row] = await this.unitOfWork.withoutHistory(clock, (query) =>
      query<{ mail: Claimed | null }>('select claim_notice_mail($1::interval, $2) as mail', [
        CUT_OFF,
        hashOfToken(token),
      ]),
    );
    return row!.mail;
  }

  private async hand(mail: Claimed, token: string): Promise<Ended> {
    const { to, facts } = mail;
    if (!mail.wanted) return { state: 'DROPPED', fault: 'NOT_CALLED' };
    if (!to.address || !ADDRESS.test(to.address)) return { state: 'REFUSED', fault: 'ADDRESS' };
    if (Date.now() > Date.parse(facts.startsAt) + facts.durationMin * 60_000)
      return { state: 'GIVEN_UP', fault: 'OVER' };
    const letter = this.letter(mail, { name: to.name, address: to.address }, token);
    if (this.post.way === 'SMTP') return this.post.send(letter);
    const { subject, text, html, calendar } = letter;
    return {
      state: 'CAUGHT',
      caught: { subject, text, html, calendar: calendar.content, from: this.post.from.address },
    };
  }

  private letter(mail: Claimed, to: Letter['to'], token: string): Letter {
    const { facts, kind, meetingId } = mail;
    const ends = kind === 'CANCELLED' || kind === 'UNINVITED';
    const meeting = this.post.link(`/moede/${meetingId}`);
    const words = writeMail(kind, facts, { meeting, ...(ends ? {} : { reply: this.post.link(`/svar/${token}`) }) });
    const stamp = new Date(mail.queuedAt);
    const content = calendarMail(
      {
        id: meetingId,
        sequence: mail.version,
        startsAt: facts.startsAt,
        durationMin: facts.durationMin,
        title: facts.title,
        place: facts.place,
        description: words.description,
        url: meeting,
        cancelled: ends,
        stamp,
      },
      this.post.from,
      to,
    );
    return {
      // The same at every try: a mailbox that gets it twice can tell.
      messageId: `<${mail.id}@${this.post.from.address.split('@')[1]}>`,
      date: stamp,
      to,
      subject: words.subject,
      text: words.text,
      html: words.html,
      calendar: { method: ends ? 'CANCEL' : 'REQUEST', file: 'plf-moede.ics', content },
    };
  }

  /** Where it changes whether mail reaches them, the team is told in the same transaction. */
  private async note(clock: Actor, mail: Claimed, ended: Ended): Promise<void> {
    const unreached = UNREACHED[ended.state];
    const isNews = unreached !== undefined && mail.unreached !== null && mail.unreached !== unreached;
    const told = isNews && (await this.write(clock, (work) => this.tell(work, mail, ended, unreached)));
    if (!told) await this.unitOfWork.withoutHistory(clock, (query) => this.keep(query, mail, ended));
  }

  private async tell(work: Work, mail: Claimed, ended: Ended, unreached: boolean): Promise<true> {
    await this.keep(work.query, mail, ended);
    const changed = await work.query<{ id: string }>(
      `update meeting_participant c set unreached = $2 from notice_mail x
       where x.id = $1 and c.meeting_id = x.meeting_id and c.person_id = x.person_id and c.unreached <> $2 returning c.id`,
      [mail.id, unreached],
    );
    if (changed.length === 0) throw new NotNow();
    work.changes.record({
      scopes: [meetingScope(mail.meetingId)],
      entity: 'MeetingParticipant',
      entityId: changed[0]!.id,
      verb: unreached ? 'unreached' : 'reached',
      fields: { set: { isUnreached: unreached } },
    });
    return true;
  }

  private async keep(query: Work['query'], mail: Claimed, ended: Ended): Promise<void> {
    const again = ended.state === 'LATER' || ended.state === 'AWAY';
    const seconds = ended.state === 'AWAY' ? RESTS_MS / 1000 : 60 * Math.min(2 ** (mail.tries - 1), LONGEST_WAIT_MIN);
    await query(
      `update notice_mail set state = $2, fault = $3, caught = $4, ended_at = case when $5 then null else clock_timestamp() end,
         next_try_at = case when $5 then clock_timestamp() + make_interval(secs => $6) else next_try_at end
       where id = $1 and state = 'SENDING' and tries = $7`,
      [
        mail.id,
        again ? 'WAITING' : ended.state,
        'fault' in ended ? ended.fault : null,
        'caught' in ended ? JSON.stringify(ended.caught) : null,
        again,
        seconds,
        mail.tries,
      ],
    );
  }
}
