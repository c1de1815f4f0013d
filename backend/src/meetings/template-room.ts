import { templateChanges, templateMinutes, type OwningScope, type TemplateText } from '#domain/template-rules.ts';
import { requireAbility } from '../access/ask.ts';
import type { Scope } from '../platform/change-log.ts';
import { changedMeanwhile, notFound, stepNotPossible } from '../platform/errors.ts';
import type { Work } from '../platform/unit-of-work.ts';
import { SEEN_BY, templatePolicy } from './template.policy.ts';

export interface Owner {
  scope: OwningScope;
  id: string;
}

/** A template's row as writing needs it, locked: everybody who writes one stands in one line. */
export interface OwnTemplate {
  id: string;
  owner: Owner;
  version: number;
  originId: string | null;
  isRetired: boolean;
  text: TemplateText;
}

/** Asks whether the person writes an owner's templates. @throws Refusal NOT_FOUND or NOT_ALLOWED */
export async function askOwner(work: Work, { scope, id }: Owner): Promise<void> {
  const [row] = await work.query<{ rel: number }>('select template_owner_rel($1, $2) as rel', [scope, id]);
  requireAbility(work, templatePolicy['template.keep'], row!.rel, SEEN_BY[scope]);
}

/**
 * Asks and locks.
 * @throws Refusal NOT_FOUND, also for what comes with Pejling where that is not seen; NOT_ALLOWED
 */
export async function lockTemplate(work: Work, id: string): Promise<OwnTemplate> {
  const [found] = await work.query<{ scope: keyof typeof SEEN_BY; rel: number }>(
    'select scope, template_owner_rel(scope, scope_id) as rel from agenda_template where id = $1',
    [id],
  );
  requireAbility(work, templatePolicy['template.keep'], found?.rel ?? 0, SEEN_BY[found?.scope ?? 'TEAM']);
  const row = await rowOf(work, 'id = $1', [id]);
  if (!row) throw notFound();
  return row;
}

/** The copy of a template at a level above, locked; undefined where there is none. */
export const copyOf = (work: Work, originId: string, level: OwningScope): Promise<OwnTemplate | undefined> =>
  rowOf(work, 'origin_id = $1 and scope = $2', [originId, level]);

async function rowOf(work: Work, where: string, values: unknown[]): Promise<OwnTemplate | undefined> {
  const [row] = await work.query<
    OwnTemplate & { name: string; purpose: string; bring: string; roles: TemplateText['roles'] }
  >(
    `select id, jsonb_build_object('scope', scope, 'id', scope_id) as owner, version, origin_id as "originId", retired_at is not null as "isRetired",
       name, purpose, bring, roles from agenda_template where ${where} for update`,
    values,
  );
  if (!row) return undefined;
  const { name, purpose, bring, roles, ...rest } = row;
  const [steps] = await work.query<{ steps: TemplateText['steps'] }>(
    `select coalesce(jsonb_agg(jsonb_build_object('key', key, 'title', title, 'kind', kind, 'track', track, 'minutes', minutes,
       'minMinutes', min_minutes, 'guidance', guidance, 'recurs', recurs) order by position), '[]') as steps from template_step where template_id = $1`,
    [row.id],
  );
  return { ...rest, text: { name, purpose, bring, roles, steps: steps!.steps } };
}

/** @throws Refusal CHANGED_MEANWHILE with what it says now; STEP_NOT_POSSIBLE for one that is out of use */
export function requireSeen(template: OwnTemplate, seenVersion: number): void {
  if (template.isRetired) throw stepNotPossible('RETIRED', []);
  if (template.version !== seenVersion) throw changedMeanwhile({ version: template.version, ...template.text });
}

export interface Saved {
  /** The version that is put back as a new one. */
  putBack?: number;
  /** Handed up from another level: nobody in particular saved it. */
  handedUp?: true;
}

/** Writes a new template with its first version. */
export async function writeNew(
  work: Work,
  template: { id: string; owner: Owner; text: TemplateText; origin?: { id: string; name: string } },
  saved: Saved = {},
): Promise<void> {
  const { id, owner, text, origin } = template;
  await work.query(
    `insert into agenda_template (id, municipality_id, scope, scope_id, key, name, purpose, bring, roles, minutes, origin_id, origin_name)
     values ($1, $2, $3, $4, $1::uuid::text, $5, $6, $7, $8, $9, $10, $11)`,
    [
      id,
      work.actor.municipalityId,
      owner.scope,
      owner.id,
      text.name,
      text.purpose,
      text.bring,
      text.roles,
      templateMinutes(text.steps),
      origin?.id ?? null,
      origin?.name ?? null,
    ],
  );
  await writeSteps(work, id, text);
  await keepVersion(work, id, 1, text, [], saved);
}

/** Writes what a template is to say from now on, as its next version. */
export async function writeVersion(
  work: Work,
  template: OwnTemplate,
  text: TemplateText,
  saved: Saved = {},
): Promise<void> {
  const version = template.version + 1;
  await work.query(
    'update agenda_template set version = $2, name = $3, purpose = $4, bring = $5, roles = $6, minutes = $7, retired_at = null where id = $1',
    [template.id, version, text.name, text.purpose, text.bring, text.roles, templateMinutes(text.steps)],
  );
  await work.query('delete from template_step where template_id = $1', [template.id]);
  await writeSteps(work, template.id, text);
  await keepVersion(work, template.id, version, text, templateChanges(template.text, text), saved);
}

const writeSteps = (work: Work, templateId: string, { steps }: TemplateText) =>
  work.query(
    `insert into template_step (municipality_id, template_id, position, key, title, kind, track, minutes, min_minutes, guidance, recurs)
     select $2, $1, e.n, x.key, x.title, x.kind, x.track, x.minutes, x."minMinutes", x.guidance, x.recurs
     from jsonb_array_elements($3::jsonb) with ordinality e(step, n), jsonb_to_record(e.step) as x(key text, title text, kind text, track text,
       minutes integer, "minMinutes" integer, guidance text, recurs boolean)`,
    [templateId, work.actor.municipalityId, JSON.stringify(steps)],
  );

const keepVersion = (
  work: Work,
  templateId: string,
  version: number,
  text: TemplateText,
  changes: unknown[],
  { putBack, handedUp }: Saved,
) =>
  work.query(
    `insert into template_version (template_id, version, municipality_id, content, changes, put_back, saved_by) values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      templateId,
      version,
      work.actor.municipalityId,
      JSON.stringify(text),
      JSON.stringify(changes),
      putBack ?? null,
      handedUp ? null : work.actor.personId,
    ],
  );

const scopeOf = ({ scope, id }: Owner): Scope => ({ kind: scope, id });

/** Tells those who have it that they have something to fetch; the words are read where the rules are. */
export function recordTemplate(work: Work, owner: Owner, templateId: string, verb: string): void {
  work.changes.record({
    scopes: [scopeOf(owner)],
    entity: 'AgendaTemplate',
    entityId: templateId,
    verb,
    fields: { hint: true },
  });
}
