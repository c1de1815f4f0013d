import type { IntlShape } from 'react-intl';
import { MOST_TEMPLATE_STEPS, MOST_TEMPLATES } from '#domain/template-rules.ts';
import { problemWords, refusalOf, refusalWords } from '../platform/parts/refusals.ts';
import { kindWords, roleWords } from './parts/meeting-words.ts';

/** What is wrong with a template or one of its steps. */
export function templateProblem(intl: IntlShape, problem: string | undefined): string | undefined {
  if (!problem) return undefined;
  if (problem === 'ABOVE_MINUTES')
    return intl.formatMessage({
      id: 'template.problem.least',
      defaultMessage: 'Den mindste tid er længere end trinets egen. Gør den kortere, eller giv trinet mere tid.',
    });
  return problemWords(intl, problem);
}

/** What is wrong with the steps taken together. */
export function stepsProblem(intl: IntlShape, problem: string | undefined): string | undefined {
  if (!problem) return undefined;
  return intl.formatMessage(
    {
      id: 'template.problem.steps',
      defaultMessage:
        '{problem, select, EMPTY {Skabelonen har ingen trin. Tilføj det første.} TOO_MANY {Der er for mange trin. En skabelon har højst {most}.} TOO_SHORT {Trinene fylder under fem minutter tilsammen. Giv dem mere tid.} TOO_LONG {Trinene fylder over otte timer tilsammen. Giv dem mindre tid.} other {Et af trinene skal rettes, før det kan gemmes.}}',
    },
    { problem, most: MOST_TEMPLATE_STEPS },
  );
}

/** Why it was not saved, where no field has it. */
export function notSavedWords(intl: IntlShape, error: unknown): string {
  const [field] = refusalOf(error)?.fields ?? [];
  if (field?.field === 'templates')
    return intl.formatMessage(
      {
        id: 'template.problem.full',
        defaultMessage: 'I har {most} skabeloner, og flere er der ikke plads til. Tag en ud af brug, og prøv igen.',
      },
      { most: MOST_TEMPLATES },
    );
  return refusalWords(intl, error);
}

export interface ChangeData {
  what: string;
  step: string | null;
  from: string | null;
  to: string | null;
}

/** One thing that was changed, in short: "»Runde« fra 5 til 8 min". */
export function changeWords(intl: IntlShape, { what, step, from, to }: ChangeData): string {
  const isKind = what === 'KIND';
  return intl.formatMessage(
    {
      id: 'template.change',
      defaultMessage:
        '{what, select, NAME {navnet var »{from}«} PURPOSE {formålet} BRING {hvad man tager med} ROLES {rollerne} ADDED {nyt trin: »{step}«} REMOVED {»{step}« er taget ud} ORDER {trinenes rækkefølge} TITLE {»{step}« hed »{from}«} MINUTES {»{step}« fra {from} til {to} min} LEAST {»{step}« mindst {to} min} KIND {»{step}« fra {from} til {to}} TRACK {»{step}« er {to, select, OPERATIONS {drift} other {udvikling}}} GUIDANCE {vejledningen til »{step}«} STANDS {»{step}« er {to, select, true {nu et fast punkt} other {ikke et fast punkt mere}}} other {noget andet}}',
    },
    {
      what,
      step: step ?? '',
      from: isKind ? kindWords(intl, from ?? '') : (from ?? ''),
      to: isKind ? kindWords(intl, to ?? '') : (to ?? ''),
    },
  );
}

const MOST_TOLD = 4;

/** The changes of a version in one line: the first few, and how many more. */
export function changesLine(intl: IntlShape, changes: readonly ChangeData[]): string {
  const told = changes.slice(0, MOST_TOLD).map((change) => changeWords(intl, change));
  const more = changes.length - told.length;
  if (more > 0)
    told.push(
      intl.formatMessage(
        { id: 'template.changes.more', defaultMessage: '{more, plural, one {én ting til} other {# ting til}}' },
        { more },
      ),
    );
  return intl.formatList(told);
}

/** "Mødet skal have fokusperson og interviewer"; nothing where no role is needed. */
export const rolesLine = (intl: IntlShape, roles: readonly string[]): string =>
  roles.length === 0
    ? ''
    : intl.formatMessage(
        { id: 'template.roles.line', defaultMessage: 'Mødet skal bruge {roles}.' },
        { roles: intl.formatList(roles.map((role) => roleWords(intl, role).toLowerCase())) },
      );
