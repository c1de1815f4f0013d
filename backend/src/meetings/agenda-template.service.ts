import { Inject, Injectable } from '@nestjs/common';
import type { CarriedThread } from '#domain/carry-over.ts';
import { UnitOfWork, type Asker, type Done, type Work } from '../platform/unit-of-work.ts';
import { recordAdded, recordChanged, renumber } from './agenda-change.ts';
import { takeOff } from './agenda-items.service.ts';
import { lay, openActions, readTemplate, writeItems } from './agenda-lay.ts';
import { meetingsPolicy } from './meetings.policy.ts';
import { BEFORE_IT_STARTS, lockMeeting, recordMeeting, type PlannedMeeting } from './plan-room.ts';

interface LaidRow extends CarriedThread {
  id: string;
  brought_over: boolean;
}

/** Choosing another template for a meeting that is being planned. */
@Injectable()
export class AgendaTemplateService {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /**
   * Lays the agenda anew. The former template's steps make way; what came from an earlier meeting stays, and so does all that the
   * team added or renamed itself.
   */
  pick(who: Asker, meetingId: string, templateKey: string): Promise<Done<string>> {
    return this.unitOfWork.run(who, meetingsPolicy['meeting.plan'], async (work) => {
      const meeting = await lockMeeting(work, meetingId, BEFORE_IT_STARTS);
      const template = await readTemplate(work, templateKey, meeting.team_id);
      const rows = await work.query<LaidRow>(
        `select i.id, i.thread_id as "threadId", i.step_key as "stepKey", i.title, i.kind, i.track, i.planned_min as minutes, i.brought_over
         from agenda_item i where i.meeting_id = $1 order by i.position for update`,
        [meetingId],
      );
      const untouched = await this.untouchedSteps(work, meeting);
      const leaving = rows.filter(
        (row) => !row.brought_over && row.stepKey !== null && untouched.has(`${row.stepKey} ${row.title}`),
      );
      const own = rows.filter((row) => !row.brought_over && !leaving.includes(row));
      const brought = rows.filter((row) => row.brought_over);
      const laid = lay({
        steps: template.steps,
        carried: brought,
        openActions: await openActions(work, meeting.team_id),
        slot: meeting.duration_min,
      });

      await takeOff(
        work,
        meetingId,
        leaving.map((row) => row.id),
      );
      const added = await writeItems(
        work,
        meeting,
        laid.filter((item) => item.threadId === null).map((item) => ({ ...item, position: 1 })),
      );
      let next = 0;
      const order = laid.map((item) =>
        item.threadId === null ? added[next++]! : brought.find((row) => row.threadId === item.threadId)!.id,
      );
      // Follow-up stands under the template's own step and is laid by it; any other brought-over item that the rule left out is kept.
      const left = brought.filter((row) => !order.includes(row.id));
      order.splice(Math.max(0, order.length - 1), 0, ...left.map((row) => row.id), ...own.map((row) => row.id));
      await this.timeBrought(work, laid, brought);
      await work.query(
        'update meeting set template_key = $2, template_version = $5, bring = case when bring = $4 then $3 else bring end, revision = revision + 1 where id = $1',
        [meetingId, templateKey, template.bring, await this.formerBring(work, meeting), template.version],
      );
      await renumber(work, order);
      await recordAdded(work, meetingId, added);
      await recordChanged(
        work,
        meetingId,
        [...brought, ...own].map((row) => row.id),
        'laid',
        ['position', 'plannedMin'],
      );
      const [now] = await work.query<{ bring: string; revision: number }>(
        'select bring, revision from meeting where id = $1',
        [meetingId],
      );
      recordMeeting(work, meeting, 'laid', { set: { templateKey, ...now! } });
      return meetingId;
    });
  }

  /** The former template's steps as they were laid: key and title. What is called otherwise now, somebody wrote. */
  private async untouchedSteps(work: Work, meeting: PlannedMeeting): Promise<Set<string>> {
    const rows = await work.query<{ key: string; title: string }>(
      `select key, title from laid_steps($1, $2) union all select 'follow-up', 'Opfølgning på aftalte handlinger'`,
      [meeting.template_key, meeting.template_version],
    );
    return new Set(rows.map((row) => `${row.key} ${row.title}`));
  }

  /** What the former template said to bring; a text that somebody wrote is not replaced. */
  private async formerBring(work: Work, meeting: PlannedMeeting): Promise<string> {
    const [row] = await work.query<{ bring: string }>(
      `select coalesce((select v.content->>'bring' from template_version v where v.template_id = t.id and v.version = $2), t.bring) as bring
       from agenda_template t where t.key = $1`,
      [meeting.template_key, meeting.template_version],
    );
    return row?.bring ?? '';
  }

  private async timeBrought(work: Work, laid: ReturnType<typeof lay>, brought: readonly LaidRow[]): Promise<void> {
    const timed = laid.filter(
      (item) =>
        item.threadId !== null &&
        brought.some((row) => row.threadId === item.threadId && row.minutes !== item.plannedMin),
    );
    await work.query(
      `update agenda_item i set planned_min = x.minutes, revision = i.revision + 1 from unnest($1::uuid[], $2::integer[]) as x(id, minutes) where i.id = x.id`,
      [
        timed.map((item) => brought.find((row) => row.threadId === item.threadId)!.id),
        timed.map((item) => item.plannedMin),
      ],
    );
  }
}
