import type { TemplateDraft } from '#inputs/agenda-template.ts';
import { newStep } from '#domain/template-rules.ts';
import type { TemplateData } from './template.documents.ts';

/** A template as the form holds it. */
export function draftOf(template: TemplateData): TemplateDraft {
  const { name, purpose, bring, roles, steps } = template;
  return {
    name,
    purpose,
    bring,
    roles: roles as TemplateDraft['roles'],
    steps: steps
      .toSorted((a, b) => a.position - b.position)
      .map(({ key, title, kind, track, minutes, minMinutes, guidance, recurs }) => ({
        key,
        title,
        kind: kind as TemplateDraft['steps'][number]['kind'],
        track: track as TemplateDraft['steps'][number]['track'],
        minutes,
        minMinutes,
        guidance,
        recurs,
      })),
  };
}

/** A blank form: one step to begin with. */
export const blankDraft = (): TemplateDraft => ({
  name: '',
  purpose: '',
  bring: '',
  roles: [],
  steps: [newStep(crypto.randomUUID())],
});

/** A step's least time never stands above its time: where the time goes under it, it goes with it. */
export const leastWithin = (minMinutes: number, minutes: number): number => Math.min(minMinutes, minutes);
