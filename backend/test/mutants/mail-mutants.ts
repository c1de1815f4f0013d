import type { Mutant } from './mutants.ts';

/** The mails’, and of what comes by a secret address. */
export const MAIL_MUTANTS: readonly Mutant[] = [
  {
    name: 'send a mail without taking it first',
    promise: 'Mail goes once',
    edits: [
      {
        file: 'backend/src/notifications/notices.sql',
        find: "update notice_mail set state = 'SENDING', claimed_at = now(), tries = tries + 1 where id = x.id;",
        replace: 'update notice_mail set claimed_at = now(), tries = tries + 1 where id = x.id;',
      },
      {
        file: 'backend/src/notifications/mail-round.ts',
        find: "where id = $1 and state = 'SENDING' and tries = $7",
        replace: 'where id = $1 and $7::integer > 0',
      },
    ],
    spec: 'test/notifications/mail.spec.ts',
  },
  {
    name: 'send a mail before it is committed that it is taken',
    promise: 'Mail goes once',
    edits: [
      {
        file: 'backend/src/notifications/mail-round.ts',
        find: `        const mail = await this.claim(clock, token);
        if (!mail) return;
        const ended = await this.hand(mail, token);`,
        replace: `        let ended: any;
        const mail: any = await this.unitOfWork.withoutHistory(clock, async (query) => {
          const [row] = await query<any>('select claim_notice_mail($1::interval, $2) as mail', [CUT_OFF, hashOfToken(token)]);
          if (row.mail) ended = await this.hand(row.mail, token);
          return row.mail;
        });
        if (!mail) return;`,
      },
    ],
    spec: 'test/notifications/mail-kill.spec.ts',
  },
  {
    name: 'note a mail as sent before it is',
    promise: 'Mail goes once',
    edits: [
      {
        file: 'backend/src/notifications/mail-round.ts',
        find: '        const ended = await this.hand(mail, token);',
        replace: `        await this.note(clock, mail, { state: 'SENT' });
        const ended = await this.hand(mail, token);`,
      },
    ],
    spec: 'test/notifications/mail-kill.spec.ts',
  },
  {
    name: 'write at whatever is no POST',
    promise: 'Only those who may',
    edits: [
      {
        file: 'backend/src/access/access.module.ts',
        find: '                requirePost(request);\n',
        replace: '',
      },
    ],
    spec: 'test/access/only-by-post.spec.ts',
  },
  {
    name: 'show a calendar at an address that was taken back',
    promise: 'Revoked means now',
    edits: [
      {
        file: 'backend/src/notifications/feed.sql',
        find: 'where f.token_hash = p_token_hash and f.revoked_at is null',
        replace: 'where f.token_hash = p_token_hash',
      },
    ],
    spec: 'test/notifications/calendar-feed.spec.ts',
  },
];
