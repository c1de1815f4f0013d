import { Inject, Injectable } from '@nestjs/common';
import { FileDoor, type SentFile } from '../access/file-door.ts';
import type { Related } from '../access/guarded-schema.ts';
import { abilityNamed, holds } from '../access/policy.ts';
import { checkedId, screen, type RequestContext } from '../access/request.ts';
import { minutesPolicy } from '../minutes/minutes.policy.ts';
import type { SharedMinutes } from '../minutes/share.types.ts';
import { Database } from '../platform/database.ts';
import { notFound } from '../platform/errors.ts';
import { FORMS } from './forms.ts';
import { DocumentMakers } from './makers.ts';
import { leaderCopyName, printedLeaderCopy } from './printed-leader-copy.ts';

/** The leader's copy of a meeting's minutes as a file, for whoever may read its page, while the team shares it. */
@Injectable()
export class SharedMinutesDoor extends FileDoor {
  readonly path = '/dokumenter/delt-referat/:shareId/:form';
  readonly ability = minutesPolicy['minutes.copy'];
  readonly object = 'SharedMinutes';

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(DocumentMakers) private readonly makers: DocumentMakers,
  ) {
    super();
  }

  async answer(parts: Readonly<Record<string, string>>, context: RequestContext): Promise<SentFile> {
    const sort = FORMS.get(parts['form'] ?? '');
    if (!sort) throw notFound();
    const id = checkedId(parts['shareId'] ?? '');
    const found = await screen<SharedMinutes & Related>(this.database, context, 'screen_shared_minutes', [id]);
    const shared = asCopied(found);
    const whose = context.sessionHash.toString('latin1');
    const bytes = await this.makers.make(whose, { form: sort.form, minutes: printedLeaderCopy(shared) });
    return { name: leaderCopyName(shared, sort.ending), type: sort.type, bytes, objectId: id };
  }
}

/**
 * What the fields of the page ask, asked of the row: the copy is theirs to read, and each part of it for itself.
 * @throws Refusal NOT_FOUND
 */
export function asCopied(shared: SharedMinutes & Related): SharedMinutes {
  const may = (ability: keyof typeof minutesPolicy) => holds(abilityNamed(minutesPolicy[ability])!, shared._rel);
  if (!may('minutes.copy') || !may('minutes.shared')) throw notFound();
  const [decisions, actions, amendments] = [
    may('minutes.copyDecisions'),
    may('minutes.copyActions'),
    may('minutes.copyAmendments'),
  ];
  const { copy } = shared;
  return {
    ...shared,
    copy: {
      ...copy,
      amendments: amendments ? copy.amendments : [],
      items: copy.items.map((item) => ({
        ...item,
        decisions: decisions ? item.decisions : [],
        actions: actions ? item.actions : [],
        amendments: amendments ? item.amendments : [],
      })),
    },
  };
}
