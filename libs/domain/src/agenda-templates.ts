import { CYCLE_TEMPLATES } from './agenda-templates-cycle.ts';
import { DISCUSSION_TEMPLATES } from './agenda-templates-discussion.ts';
import type { StepToLay } from './carry-over.ts';
import type { MeetingRole } from './role.ts';

/** A timed agenda to begin from. */
export interface Template {
  key: string;
  name: string;
  purpose: string;
  bring: string;
  minutes: number;
  /** Roles it needs somebody for, besides those that every meeting has. */
  roles?: readonly MeetingRole[];
  steps: readonly StepToLay[];
}

/**
 * The ten agenda templates that come with Pejling, in our own wording. Their bases: EVA and EMU on aktionslæring, Ravn & Petersen on
 * facilitation, the reflecting team, and published discussion protocols by structure.
 */
export const SYSTEM_TEMPLATES: readonly Template[] = [...DISCUSSION_TEMPLATES, ...CYCLE_TEMPLATES];

export const templateNamed = (key: string): Template | undefined =>
  SYSTEM_TEMPLATES.find((template) => template.key === key);
