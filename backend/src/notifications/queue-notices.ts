import { Inject, Injectable } from '@nestjs/common';
import { answerForNotices, type Told } from '../meetings/notices.ports.ts';
import { Post } from './post.ts';

/** The kind of notice, and how long it waits for more of the same before it goes out. */
const NOTICES: Record<Told, { kind: string; quiet: string }> = {
  CONVENED: { kind: 'CONVENED', quiet: '0' },
  CANCELLED: { kind: 'CANCELLED', quiet: '0' },
  UNINVITED: { kind: 'UNINVITED', quiet: '0' },
  // Whoever moves a meeting often corrects the time a moment later.
  MOVED: { kind: 'CHANGED', quiet: '1 minute' },
  // An agenda is worked on item by item; one mail tells of it all.
  AGENDA: { kind: 'CHANGED', quiet: '10 minutes' },
};

/** Queues what those who are called are told, in the transaction of whoever changes the meeting. Where no mail goes out, nothing is queued. */
@Injectable()
export class QueueNotices {
  constructor(@Inject(Post) post: Post) {
    answerForNotices({
      async tell(work, meetingId, what, personId) {
        if (post.way === 'NONE') return;
        const { kind, quiet } = NOTICES[what];
        await work.query('select tell_notice($1, $2, $3, $4::interval)', [meetingId, kind, personId ?? null, quiet]);
      },
    });
  }
}
