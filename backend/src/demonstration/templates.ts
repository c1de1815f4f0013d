import { addDays } from '#domain/iso-week.ts';
import { templateChanges, templateMinutes, type OwningScope, type TemplateText } from '#domain/template-rules.ts';
import type { Day } from './calendar.ts';
import type { Municipality } from './frame.ts';
import { idOf } from './random.ts';
import { MUNICIPAL_TEMPLATE, SCHOOL_TEMPLATE, SHARED_TEMPLATE, TEAM_TEMPLATE } from './texts/templates.ts';
import type { Rows } from './write.ts';

/** Somebody's own template, from its first version to what it says now. */
interface Own {
  path: string;
  owner: { scope: OwningScope; id: unknown };
  versions: readonly TemplateText[];
  /** Null where it was handed up. */
  savedBy: unknown;
  origin?: { id: string; name: string };
}

/** A few templates of the demonstration's own: a team's in two versions, another team's with its copy at the school, the school's, the municipality's. */
export function addTemplates(
  rows: Rows,
  home: Municipality,
  { schoolId, team, otherTeam, today }: { schoolId: string; team: string; otherTeam: string; today: Day },
): void {
  const teamNamed = (name: string) =>
    rows
      .of('team')
      .find((row) => row.school_id === schoolId && row.name === name && row.school_year === home.years[1].key)!.id;
  const personIn = (teamId: unknown) => rows.of('team_membership').find((row) => row.team_id === teamId)!.person_id;
  const withRole = (role: string, scope: unknown) =>
    rows.of('role_assignment').find((row) => row.role === role && row.scope_id === scope)!.person_id;
  const main = teamNamed(team);
  const other = teamNamed(otherTeam);
  add(rows, home, today, {
    path: 'team',
    owner: { scope: 'TEAM', id: main },
    versions: TEAM_TEMPLATE,
    savedBy: personIn(main),
  });
  const origin = add(rows, home, today, {
    path: 'other',
    owner: { scope: 'TEAM', id: other },
    versions: [SHARED_TEMPLATE],
    savedBy: personIn(other),
  });
  add(rows, home, today, {
    path: 'copy',
    owner: { scope: 'SCHOOL', id: schoolId },
    versions: [SHARED_TEMPLATE],
    savedBy: null,
    origin: { id: origin, name: otherTeam },
  });
  add(rows, home, today, {
    path: 'school',
    owner: { scope: 'SCHOOL', id: schoolId },
    versions: [SCHOOL_TEMPLATE],
    savedBy: withRole('SCHOOL_LEADER', schoolId),
  });
  add(rows, home, today, {
    path: 'municipality',
    owner: { scope: 'MUNICIPALITY', id: home.id },
    versions: [MUNICIPAL_TEMPLATE],
    savedBy: withRole('MUNICIPAL_CONSULTANT', home.id),
  });
}

function add(rows: Rows, home: Municipality, today: Day, { path, owner, versions, savedBy, origin }: Own): string {
  const id = idOf(`template/${path}`);
  const now = versions.at(-1)!;
  rows.add('agenda_template', {
    id,
    municipality_id: home.id,
    scope: owner.scope,
    scope_id: owner.id,
    key: id,
    name: now.name,
    purpose: now.purpose,
    bring: now.bring,
    roles: now.roles,
    minutes: templateMinutes(now.steps),
    position: 0,
    version: versions.length,
    origin_id: origin?.id ?? null,
    origin_name: origin?.name ?? null,
  });
  now.steps.forEach((step, n) =>
    rows.add('template_step', {
      id: idOf(`template/${path}/${step.key}`),
      municipality_id: home.id,
      template_id: id,
      position: n + 1,
      key: step.key,
      title: step.title,
      kind: step.kind,
      track: step.track,
      minutes: step.minutes,
      min_minutes: step.minMinutes,
      guidance: step.guidance,
      recurs: step.recurs,
    }),
  );
  versions.forEach((content, n) =>
    rows.add('template_version', {
      template_id: id,
      version: n + 1,
      municipality_id: home.id,
      content,
      changes: n === 0 ? [] : templateChanges(versions[n - 1]!, content),
      saved_by: savedBy,
      saved_at: `${firstOf(addDays(home.years[1].startsOn, 20 + 31 * n), today)}T1${n + 2}:14:00Z`,
    }),
  );
  return id;
}

/** Nothing was saved after the demonstration's clock. */
const firstOf = (day: Day, today: Day): Day => (day < today ? day : addDays(today, -1));
