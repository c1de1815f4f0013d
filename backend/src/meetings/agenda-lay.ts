import { SlotTooShort } from '#domain/agenda-time.ts';
import { layAgenda, type CarriedThread, type LaidItem, type StepToLay } from '#domain/carry-over.ts';
import { Refusal } from '../platform/errors.ts';
import { newId } from '../platform/new-id.ts';
import type { Work } from '../platform/unit-of-work.ts';

export interface TemplateToLay {
  bring: string;
  name: string;
  minutes: number;
  /** The version it has now; null for what comes with Pejling. */
  version: number | null;
  steps: StepToLay[];
}

/**
 * A template that a team may use, by its key: Pejling's, the municipality's, its school's or its own, unless it is out of use.
 * @throws Refusal INPUT_REFUSED
 */
export async function readTemplate(work: Work, key: string, teamId: string): Promise<TemplateToLay> {
  const [row] = await work.query<TemplateToLay>(
    `select t.bring, t.name, t.minutes, case when t.scope <> 'SYSTEM' then t.version end as version,
       (select jsonb_agg(jsonb_build_object('key', s.key, 'title', s.title, 'kind', s.kind, 'track', s.track,
        'minutes', s.minutes, 'minMinutes', s.min_minutes, 'guidance', s.guidance, 'recurs', s.recurs) order by s.position)
        from template_step s where s.template_id = t.id) as steps
     from agenda_template t join team x on x.id = $2
     where t.key = $1 and t.retired_at is null
       and (t.scope in ('SYSTEM', 'MUNICIPALITY') or t.scope = 'SCHOOL' and t.scope_id = x.school_id or t.scope = 'TEAM' and t.scope_id = x.id)`,
    [key, teamId],
  );
  if (!row) throw refusedField('templateKey', 'NOT_FOUND');
  return row;
}

export const refusedField = (field: string, problem: string, more: Record<string, unknown> = {}): Refusal =>
  new Refusal('INPUT_REFUSED', { fields: [{ field, problem, ...more }] });

/** What goes on in the team's series, oldest first, with the minutes it was given last. */
export async function carriedThreads(work: Work, seriesId: string): Promise<CarriedThread[]> {
  return work.query<CarriedThread>(
    `select t.id as "threadId", t.step_key as "stepKey", t.title, t.kind, t.track,
       coalesce((select i.planned_min from agenda_item i join meeting m on m.id = i.meeting_id where i.thread_id = t.id order by m.starts_at desc limit 1), 10) as minutes
     from agenda_thread t where t.series_id = $1 and t.state = 'GOES_ON' order by t.id for update of t`,
    [seriesId],
  );
}

export async function openActions(work: Work, teamId: string): Promise<number> {
  const [row] = await work.query<{ n: number }>('select open_action_count($1) as n', [teamId]);
  return row!.n;
}

/**
 * Lays the agenda by the domain's rule.
 * @throws Refusal INPUT_REFUSED on durationMin with the minutes needed
 */
export function lay(plan: Parameters<typeof layAgenda>[0]): LaidItem[] {
  try {
    return layAgenda(plan);
  } catch (error) {
    if (error instanceof SlotTooShort) throw refusedField('durationMin', 'SLOT_TOO_SHORT', { needed: error.needed });
    throw error;
  }
}

export interface PlacedItem extends LaidItem {
  position: number;
  /** Made by the screen; else it gets one here. */
  id?: string;
}

/**
 * Writes new items and, where they begin something, their threads. A thread that is brought over is taken off the list of what goes on.
 * @returns the items' ids in the given order
 */
export async function writeItems(
  work: Work,
  meeting: { id: string; series_id: string },
  items: readonly PlacedItem[],
): Promise<string[]> {
  const rows = items.map((item) => ({ ...item, id: item.id ?? newId(), thread: item.threadId ?? newId() }));
  const values = [JSON.stringify(rows), work.actor.municipalityId, meeting.series_id, meeting.id];
  await work.query(
    `insert into agenda_thread (id, municipality_id, series_id, step_key, title, kind, track, recurs)
     select x.thread, $2, $3, x."stepKey", x.title, x.kind, x.track, x.recurs
     from jsonb_to_recordset($1) as x("threadId" uuid, thread uuid, "stepKey" text, title text, kind text, track text, recurs boolean) where x."threadId" is null`,
    values.slice(0, 3),
  );
  await work.query(
    `update agenda_thread set state = 'OPEN', dropped_reason = null where id = any($1::uuid[]) and state <> 'OPEN'`,
    [rows.map((row) => row.thread)],
  );
  await work.query(
    `insert into agenda_item (id, municipality_id, meeting_id, thread_id, position, step_key, title, kind, track, planned_min, guidance, brought_over)
     select x.id, $2, $3, x.thread, x.position, x."stepKey", x.title, x.kind, x.track, x."plannedMin", x.guidance, x."broughtOver"
     from jsonb_to_recordset($1) as x(id uuid, thread uuid, position int, "stepKey" text, title text, kind text, track text, "plannedMin" int,
       guidance text, "broughtOver" boolean)`,
    [values[0], values[1], values[3]],
  );
  return rows.map((row) => row.id);
}
