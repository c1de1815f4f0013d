import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { addClosingDaysInput, changeClosingDayInput } from '#inputs/closing-day.ts';
import { isTwin, type ClosedStretch } from '#domain/closing-days.ts';
import { requireAbility } from '../access/ask.ts';
import { changedMeanwhile, notFound, Refusal } from '../platform/errors.ts';
import { newId } from '../platform/new-id.ts';
import { UnitOfWork, type Asker, type Done, type Work } from '../platform/unit-of-work.ts';
import { closingDayPolicy } from './closing-day.policy.ts';

interface Kept extends ClosedStretch {
  id: string;
}

const KEPT = `select id, name, school_id as "schoolId", starts_on::text as from, ends_on::text as to from closing_day`;

/** The days that the municipality and its schools keep closed. Teams’ years and proposals are read from them. */
@Injectable()
export class ClosingDayService {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /**
   * Writes them into the calendar, all or none.
   * @throws Refusal INPUT_REFUSED on `days.N.name` with THERE_ALREADY, or `days.N.schoolId` with NOT_FOUND
   */
  add(who: Asker, { days }: z.infer<typeof addClosingDaysInput>): Promise<Done<string>> {
    return this.kept(who, async (work) => {
      const there = await work.query<Kept>(KEPT);
      const added = days.map((day) => ({ ...day, id: newId(), name: day.name.trim() }));
      for (const [n, day] of added.entries()) {
        await requireSchool(work, day, `days.${n}`);
        requireNoTwin(day, [...there, ...added.slice(0, n)], `days.${n}`);
      }
      await work.query(
        `insert into closing_day (id, municipality_id, school_id, starts_on, ends_on, name)
         select x.id, $2, x."schoolId", x.from, x.to, x.name
         from jsonb_to_recordset($1) as x(id uuid, "schoolId" uuid, "from" date, "to" date, name text)`,
        [JSON.stringify(added), work.actor.municipalityId],
      );
      return [added[0]!.id, 'added'];
    });
  }

  /**
   * Changes one of them, where nobody has changed it meanwhile.
   * @throws Refusal CHANGED_MEANWHILE with what it is now; INPUT_REFUSED as `add`, on `day`
   */
  change(who: Asker, id: string, { day, seen }: z.infer<typeof changeClosingDayInput>): Promise<Done<string>> {
    return this.kept(who, async (work) => {
      const there = await work.query<Kept>(KEPT);
      const known = there.find((one) => one.id === id);
      if (!known) throw notFound();
      const same = ({ name, schoolId, from, to }: ClosedStretch) => [name.trim(), schoolId, from, to].join('\n');
      if (same(known) !== same(seen) && same(known) !== same(day)) throw changedMeanwhile({ ...known });
      await requireSchool(work, day, 'day');
      requireNoTwin(
        day,
        there.filter((one) => one.id !== id),
        'day',
      );
      await work.query('update closing_day set school_id = $2, starts_on = $3, ends_on = $4, name = $5 where id = $1', [
        id,
        day.schoolId,
        day.from,
        day.to,
        day.name.trim(),
      ]);
      return [id, 'changed'];
    });
  }

  /** Takes one out of the calendar. */
  remove(who: Asker, id: string): Promise<Done<string>> {
    return this.kept(who, async (work) => {
      const gone = await work.query('delete from closing_day where id = $1 returning id', [id]);
      if (gone.length === 0) throw notFound();
      return [id, 'removed'];
    });
  }

  /** One keeper at a time, so that a holiday is not written twice; and one change, on which every open year is read anew. */
  private kept(who: Asker, write: (work: Work) => Promise<[id: string, verb: string]>): Promise<Done<string>> {
    return this.unitOfWork.run(who, closingDayPolicy['closedDays.keep'], async (work) => {
      const [row] = await work.query<{ rel: number }>('select municipality_rel() as rel');
      requireAbility(work, closingDayPolicy['closedDays.keep'], row!.rel, closingDayPolicy['closedDays.read']);
      const { municipalityId } = work.actor;
      await work.query(`select pg_advisory_xact_lock(hashtext('pejling: closed days'), hashtext($1))`, [
        municipalityId,
      ]);
      const [entityId, verb] = await write(work);
      work.changes.record({
        scopes: [{ kind: 'MUNICIPALITY', id: municipalityId }],
        entity: 'ClosingDay',
        entityId,
        verb,
        fields: { hint: true },
      });
      return entityId;
    });
  }
}

const refusedAt = (field: string, problem: string) => new Refusal('INPUT_REFUSED', { fields: [{ field, problem }] });

async function requireSchool(work: Work, { schoolId }: ClosedStretch, at: string): Promise<void> {
  if (schoolId === null) return;
  const found = await work.query('select id from school where id = $1', [schoolId]);
  if (found.length === 0) throw refusedAt(`${at}.schoolId`, 'NOT_FOUND');
}

function requireNoTwin(day: ClosedStretch, others: readonly ClosedStretch[], at: string): void {
  if (others.some((other) => isTwin(day, other))) throw refusedAt(`${at}.name`, 'THERE_ALREADY');
}
