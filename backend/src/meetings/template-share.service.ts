import { Inject, Injectable } from '@nestjs/common';
import { isSameTemplate, SHARED_UP, type OwningScope } from '#domain/template-rules.ts';
import { stepNotPossible } from '../platform/errors.ts';
import { newId } from '../platform/new-id.ts';
import { UnitOfWork, type Asker, type Done, type Work } from '../platform/unit-of-work.ts';
import { templatePolicy } from './template.policy.ts';
import {
  copyOf,
  lockTemplate,
  recordTemplate,
  requireSeen,
  writeNew,
  writeVersion,
  type Owner,
  type OwnTemplate,
} from './template-room.ts';
import { requireRoom } from './template.service.ts';

/** Hands a template up: a copy at the school or the municipality, which says whose it was. */
@Injectable()
export class TemplateShareService {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /**
   * Makes the copy, or brings the one that is there up to what the template says now.
   * @throws Refusal STEP_NOT_POSSIBLE where the level is not above the owner's, or the team belongs to no one school; CHANGED_MEANWHILE
   */
  share(who: Asker, id: string, level: OwningScope, seenVersion: number): Promise<Done<string>> {
    return this.unitOfWork.run(who, templatePolicy['template.keep'], async (work) => {
      const template = await lockTemplate(work, id);
      const above = await ownerAbove(work, template, level);
      requireSeen(template, seenVersion);
      const copy = await copyOf(work, id, level);
      let copyId = copy?.id;
      if (!copy) {
        copyId = newId();
        await requireRoom(work, above.owner, copyId);
        const origin = { id, name: above.from };
        await writeNew(work, { id: copyId, owner: above.owner, text: template.text, origin }, { handedUp: true });
      } else if (copy.isRetired || !isSameTemplate(copy.text, template.text)) {
        await requireRoom(work, above.owner, copy.id);
        await writeVersion(work, copy, template.text, { handedUp: true });
      }
      recordTemplate(work, template.owner, id, 'shared');
      recordTemplate(work, above.owner, copyId!, 'handed up');
      return id;
    });
  }

  /** Takes the copy back: it is offered to nobody any more. @throws Refusal STEP_NOT_POSSIBLE when it is not shared */
  unshare(who: Asker, id: string, level: OwningScope): Promise<Done<string>> {
    return this.unitOfWork.run(who, templatePolicy['template.keep'], async (work) => {
      const template = await lockTemplate(work, id);
      const copy = await copyOf(work, id, level);
      if (!copy || copy.isRetired) throw stepNotPossible('NOT_SHARED', []);
      await work.query('update agenda_template set retired_at = clock_timestamp() where id = $1', [copy.id]);
      recordTemplate(work, template.owner, id, 'unshared');
      recordTemplate(work, copy.owner, copy.id, 'taken back');
      return id;
    });
  }
}

/** Whose the copy is to be, and what the owner is called there. */
async function ownerAbove(
  work: Work,
  { owner }: OwnTemplate,
  level: OwningScope,
): Promise<{ owner: Owner; from: string }> {
  const [row] = await work.query<{ school: string | null; name: string; schoolName: string | null }>(
    owner.scope === 'TEAM'
      ? `select t.school_id as school, t.name, s.name as "schoolName" from team t left join school s on s.id = t.school_id where t.id = $1`
      : `select id as school, name, null as "schoolName" from school where id = $1`,
    [owner.id],
  );
  const id = level === 'SCHOOL' ? row?.school : work.actor.municipalityId;
  if (!SHARED_UP[owner.scope].includes(level) || !row || !id) throw stepNotPossible('NOT_ABOVE', []);
  const from = level === 'MUNICIPALITY' && row.schoolName ? `${row.name}, ${row.schoolName}` : row.name;
  return { owner: { scope: level, id }, from };
}
