import { SYSTEM_TEMPLATES } from '#domain/agenda-templates.ts';
import type { ClientBase } from 'pg';

/** Puts the ten templates that come with Pejling into the database, and renews them when their wording has changed. */
export async function installSystemTemplates(client: ClientBase): Promise<void> {
  const templates = SYSTEM_TEMPLATES.map((template, n) => ({
    ...template,
    roles: template.roles ?? [],
    steps: undefined,
    position: n + 1,
  }));
  const steps = SYSTEM_TEMPLATES.flatMap((template) =>
    template.steps.map((one, n) => ({ ...one, template: template.key, position: n + 1, min_minutes: one.minMinutes })),
  );
  await client.query(
    `insert into agenda_template as t (scope, key, name, purpose, bring, minutes, roles, position)
     select 'SYSTEM', key, name, purpose, bring, minutes, roles, position
     from jsonb_to_recordset($1) as x(key text, name text, purpose text, bring text, minutes int, roles text[], position int)
     on conflict (key) where scope = 'SYSTEM' do update set name = excluded.name, purpose = excluded.purpose, bring = excluded.bring,
       minutes = excluded.minutes, roles = excluded.roles, position = excluded.position
     where (t.name, t.purpose, t.bring, t.minutes, t.roles, t.position)
       is distinct from (excluded.name, excluded.purpose, excluded.bring, excluded.minutes, excluded.roles, excluded.position)`,
    [JSON.stringify(templates)],
  );
  await client.query(
    `insert into template_step as s (template_id, position, key, title, kind, track, minutes, min_minutes, guidance, recurs)
     select t.id, x.position, x.key, x.title, x.kind, x.track, x.minutes, x.min_minutes, x.guidance, x.recurs
     from jsonb_to_recordset($1) as x(template text, position int, key text, title text, kind text, track text, minutes int, min_minutes int, guidance text, recurs boolean)
       join agenda_template t on t.scope = 'SYSTEM' and t.key = x.template
     on conflict (template_id, position) do update set key = excluded.key, title = excluded.title, kind = excluded.kind, track = excluded.track,
       minutes = excluded.minutes, min_minutes = excluded.min_minutes, guidance = excluded.guidance, recurs = excluded.recurs`,
    [JSON.stringify(steps)],
  );
}
