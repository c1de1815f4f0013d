import { Inject, Injectable } from '@nestjs/common';
import { isSameTemplate, MOST_TEMPLATES, type TemplateText } from '#domain/template-rules.ts';
import { notFound, stepNotPossible } from '../platform/errors.ts';
import { UnitOfWork, type Asker, type Done, type Work } from '../platform/unit-of-work.ts';
import { refusedField } from './agenda-lay.ts';
import { templatePolicy } from './template.policy.ts';
import {
  askOwner,
  lockTemplate,
  recordTemplate,
  requireSeen,
  writeNew,
  writeVersion,
  type Owner,
} from './template-room.ts';

const KEEP = templatePolicy['template.keep'];

/** A team's, a school's or the municipality's own templates: written, put back, taken out of use and in again. */
@Injectable()
export class TemplateService {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /**
   * Makes one.
   * @param id made by the screen, so that a retry makes nothing twice
   * @throws Refusal INPUT_REFUSED on `templates` with TOO_MANY when the owner has as many as there may be
   */
  create(who: Asker, owner: Owner, id: string, text: TemplateText): Promise<Done<string>> {
    return this.unitOfWork.run(who, KEEP, async (work) => {
      await askOwner(work, owner);
      await requireRoom(work, owner, id);
      const [there] = await work.query<{ mine: boolean }>(
        'select scope = $2 and scope_id = $3 as mine from agenda_template where id = $1',
        [id, owner.scope, owner.id],
      );
      if (there && !there.mine) throw notFound();
      if (!there) await writeNew(work, { id, owner, text });
      recordTemplate(work, owner, id, 'created');
      return id;
    });
  }

  /**
   * Saves what was written as the next version; what says the same makes none.
   * @throws Refusal CHANGED_MEANWHILE with what it says now, when somebody saved since `seenVersion`; STEP_NOT_POSSIBLE for one out of use
   */
  save(who: Asker, id: string, text: TemplateText, seenVersion: number): Promise<Done<string>> {
    return this.unitOfWork.run(who, KEEP, async (work) => {
      const template = await lockTemplate(work, id);
      const isNew = template.isRetired || !isSameTemplate(template.text, text);
      if (isNew) {
        requireSeen(template, seenVersion);
        await writeVersion(work, template, text);
      }
      recordTemplate(work, template.owner, id, 'saved');
      return id;
    });
  }

  /**
   * Puts an earlier version back, as a new one.
   * @throws Refusal NOT_FOUND for a version that never was; as `save`
   */
  putBack(who: Asker, id: string, version: number, seenVersion: number): Promise<Done<string>> {
    return this.unitOfWork.run(who, KEEP, async (work) => {
      const template = await lockTemplate(work, id);
      requireSeen(template, seenVersion);
      const [earlier] = await work.query<{ content: TemplateText }>(
        'select content from template_version where template_id = $1 and version = $2',
        [id, version],
      );
      if (!earlier) throw notFound();
      await writeVersion(work, template, earlier.content, { putBack: version });
      recordTemplate(work, template.owner, id, 'put back');
      return id;
    });
  }

  /** Takes one out of use. Meetings laid from it keep their agenda. Done twice it is done once. */
  retire(who: Asker, id: string): Promise<Done<string>> {
    return this.unitOfWork.run(who, KEEP, async (work) => {
      const template = await lockTemplate(work, id);
      await work.query(
        'update agenda_template set retired_at = coalesce(retired_at, clock_timestamp()) where id = $1',
        [id],
      );
      recordTemplate(work, template.owner, id, 'retired');
      return id;
    });
  }

  /**
   * Takes one into use again.
   * @throws Refusal STEP_NOT_POSSIBLE for a copy that was handed up: only whoever has the original hands it up again
   */
  bringBack(who: Asker, id: string): Promise<Done<string>> {
    return this.unitOfWork.run(who, KEEP, async (work) => {
      const template = await lockTemplate(work, id);
      if (template.originId !== null) throw stepNotPossible('HANDED_UP', []);
      await requireRoom(work, template.owner, id);
      await work.query('update agenda_template set retired_at = null where id = $1', [id]);
      recordTemplate(work, template.owner, id, 'brought back');
      return id;
    });
  }
}

/**
 * Holds the owner's shelf, so that two who add at once are counted one after the other.
 * @throws Refusal INPUT_REFUSED on `templates`
 */
export async function requireRoom(work: Work, owner: Owner, besides: string): Promise<void> {
  await work.query(`select pg_advisory_xact_lock(hashtext('pejling: templates'), hashtext($1))`, [owner.id]);
  const [row] = await work.query<{ n: number }>(
    'select count(*)::integer as n from agenda_template where scope = $1 and scope_id = $2 and retired_at is null and id <> $3',
    [owner.scope, owner.id, besides],
  );
  if (row!.n >= MOST_TEMPLATES) throw refusedField('templates', 'TOO_MANY');
}
