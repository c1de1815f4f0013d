import type { StepToLay } from './carry-over.ts';
import type { MeetingRole } from './role.ts';

/** Whose a template is. Those that come with Pejling are everybody's and are changed by nobody. */
export const TEMPLATE_SCOPES = ['SYSTEM', 'MUNICIPALITY', 'SCHOOL', 'TEAM'] as const;
export type TemplateScope = (typeof TEMPLATE_SCOPES)[number];
/** Those who may have templates of their own. */
export const OWNING_SCOPES = ['MUNICIPALITY', 'SCHOOL', 'TEAM'] as const;
export type OwningScope = (typeof OWNING_SCOPES)[number];

/** The levels a template may be handed up to from where it is kept. */
export const SHARED_UP: Record<OwningScope, readonly OwningScope[]> = {
  TEAM: ['SCHOOL', 'MUNICIPALITY'],
  SCHOOL: ['MUNICIPALITY'],
  MUNICIPALITY: [],
};

/** More steps than this is a day's programme, and no meeting's agenda. */
export const MOST_TEMPLATE_STEPS = 20;
/** More than these, and nobody finds the one they want. */
export const MOST_TEMPLATES = 40;
/** Minutes of a whole template. */
export const SHORTEST_TEMPLATE = 5;
export const LONGEST_TEMPLATE = 480;
/** Minutes of one step. */
export const LONGEST_STEP = 240;

/** What is written in a template; a version is one of these. */
export interface TemplateText {
  name: string;
  /** What it is for and when it is the right one. */
  purpose: string;
  bring: string;
  /** Roles the meeting needs somebody for. */
  roles: readonly MeetingRole[];
  steps: readonly StepToLay[];
}

export const templateMinutes = (steps: readonly { minutes: number }[]): number =>
  steps.reduce((sum, step) => sum + step.minutes, 0);

/** The shortest slot the steps can be scaled to, in minutes. */
export const leastMinutes = (steps: readonly { minutes: number; minMinutes: number }[]): number =>
  steps.reduce((sum, step) => sum + Math.max(1, Math.min(step.minutes, step.minMinutes)), 0);

export interface TemplateFault {
  /** `steps`, or one step's field: `steps.2.minMinutes`. */
  field: string;
  problem: 'EMPTY' | 'TOO_MANY' | 'TOO_SHORT' | 'TOO_LONG' | 'ABOVE_MINUTES' | 'TWICE';
}

/** What the steps have wrong between them; each step's own texts and numbers are checked where they are. */
export function templateFaults(
  steps: readonly { key: string; minutes: number; minMinutes: number }[],
): TemplateFault[] {
  if (steps.length === 0) return [{ field: 'steps', problem: 'EMPTY' }];
  const faults: TemplateFault[] = [];
  if (steps.length > MOST_TEMPLATE_STEPS) faults.push({ field: 'steps', problem: 'TOO_MANY' });
  const minutes = templateMinutes(steps);
  if (minutes < SHORTEST_TEMPLATE) faults.push({ field: 'steps', problem: 'TOO_SHORT' });
  if (minutes > LONGEST_TEMPLATE) faults.push({ field: 'steps', problem: 'TOO_LONG' });
  steps.forEach((step, n) => {
    if (step.minMinutes > step.minutes) faults.push({ field: `steps.${n}.minMinutes`, problem: 'ABOVE_MINUTES' });
    if (steps.findIndex((other) => other.key === step.key) < n)
      faults.push({ field: `steps.${n}.key`, problem: 'TWICE' });
  });
  return faults;
}

/** What one version has that the one before it had not. */
export interface TemplateChange {
  what:
    | 'NAME'
    | 'PURPOSE'
    | 'BRING'
    | 'ROLES'
    | 'ADDED'
    | 'REMOVED'
    | 'ORDER'
    | 'TITLE'
    | 'MINUTES'
    | 'LEAST'
    | 'KIND'
    | 'TRACK'
    | 'GUIDANCE'
    | 'STANDS';
  /** The step it is about, as it is called now (or was, when it is gone); null for the template's own. */
  step: string | null;
  /** As it was and as it is, where a word or a number says it all. */
  from: string | null;
  to: string | null;
}

const STEP_FIELDS = [
  ['TITLE', 'title'],
  ['MINUTES', 'minutes'],
  ['LEAST', 'minMinutes'],
  ['KIND', 'kind'],
  ['TRACK', 'track'],
  ['GUIDANCE', 'guidance'],
  ['STANDS', 'recurs'],
] as const;

/** What changed in short, from one version to the next. A step is the same by its key, whatever it is called. */
export function templateChanges(before: TemplateText, after: TemplateText): TemplateChange[] {
  const changes: TemplateChange[] = [];
  const own = (what: TemplateChange['what'], from: string | null = null, to: string | null = null) =>
    changes.push({ what, step: null, from, to });
  if (before.name !== after.name) own('NAME', before.name, after.name);
  if (before.purpose !== after.purpose) own('PURPOSE');
  if (before.bring !== after.bring) own('BRING');
  if (before.roles.toSorted().join() !== after.roles.toSorted().join()) own('ROLES');
  const was = new Map(before.steps.map((step) => [step.key, step]));
  const is = new Set(after.steps.map((step) => step.key));
  for (const step of before.steps)
    if (!is.has(step.key)) changes.push({ what: 'REMOVED', step: step.title, from: null, to: null });
  for (const step of after.steps) {
    const known = was.get(step.key);
    if (!known) changes.push({ what: 'ADDED', step: step.title, from: null, to: String(step.minutes) });
    else
      for (const [what, field] of STEP_FIELDS) {
        if (known[field] === step[field]) continue;
        const isLong = field === 'guidance';
        changes.push({
          what,
          step: step.title,
          from: isLong ? null : String(known[field]),
          to: isLong ? null : String(step[field]),
        });
      }
  }
  const stayed = (steps: readonly StepToLay[], other: { has(key: string): boolean }) =>
    steps.flatMap((step) => (other.has(step.key) ? [step.key] : [])).join('\n');
  if (stayed(before.steps, is) !== stayed(after.steps, was)) own('ORDER');
  return changes;
}

/** True when nothing was changed: no version is made of it. */
export const isSameTemplate = (one: TemplateText, other: TemplateText): boolean =>
  templateChanges(one, other).length === 0;

/** A step to begin from, in an editor. @param key made by whoever adds it; unique in the template */
export const newStep = (key: string): StepToLay => ({
  key,
  title: '',
  kind: 'DISCUSSION',
  track: 'DEVELOPMENT',
  minutes: 10,
  minMinutes: 5,
  guidance: '',
  recurs: false,
});
