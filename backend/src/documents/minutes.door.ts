import { Inject, Injectable } from '@nestjs/common';
import { FileDoor, type SentFile } from '../access/file-door.ts';
import { abilityNamed, holds } from '../access/policy.ts';
import { checkedId, screen, type RequestContext } from '../access/request.ts';
import type { Related } from '../access/guarded-schema.ts';
import { minutesPolicy } from '../minutes/minutes.policy.ts';
import type { Minutes } from '../minutes/minutes.types.ts';
import { Database } from '../platform/database.ts';
import { notFound } from '../platform/errors.ts';
import { FORMS } from './forms.ts';
import { DocumentMakers } from './makers.ts';
import { fileName, printedMinutes } from './printed-minutes.ts';

/** A meeting's minutes as a file, for whoever may read them, and with no more in it than their page shows them. */
@Injectable()
export class MinutesDoor extends FileDoor {
  readonly path = '/dokumenter/referat/:meetingId/:form';
  readonly ability = minutesPolicy['minutes.read'];
  readonly object = 'Minutes';

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(DocumentMakers) private readonly makers: DocumentMakers,
  ) {
    super();
  }

  async answer(parts: Readonly<Record<string, string>>, context: RequestContext): Promise<SentFile> {
    const sort = FORMS.get(parts['form'] ?? '');
    if (!sort) throw notFound();
    const id = checkedId(parts['meetingId'] ?? '');
    const minutes = asRead(await screen<Minutes & Related>(this.database, context, 'screen_minutes', [id]));
    const whose = context.sessionHash.toString('latin1');
    const bytes = await this.makers.make(whose, { form: sort.form, minutes: printedMinutes(minutes, Date.now()) });
    return { name: fileName(minutes, sort.ending), type: sort.type, bytes, objectId: id };
  }
}

/**
 * What the fields of the page ask, asked of the row: the minutes are theirs to read, and amendments of those who may read them.
 * @throws Refusal NOT_FOUND
 */
export function asRead(minutes: Minutes & Related): Minutes {
  const may = (ability: string) => holds(abilityNamed(ability)!, minutes._rel);
  if (!may(minutesPolicy['minutes.read'])) throw notFound();
  return { ...minutes, amendments: may(minutesPolicy['minutes.amendments']) ? minutes.amendments : null };
}
