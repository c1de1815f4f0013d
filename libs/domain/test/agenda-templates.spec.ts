import { describe, expect, it } from 'vitest';
import { AGENDA_ITEM_KINDS, TRACKS } from '../src/agenda-item-lifecycle.ts';
import { SYSTEM_TEMPLATES, templateNamed } from '../src/agenda-templates.ts';
import { MEETING_ROLES } from '../src/role.ts';
import { problemIn, TEXT_LIMITS } from '../src/text-rules.ts';

describe('the templates that come with Pejling', () => {
  it('are ten, each with a key of its own', () => {
    expect(new Set(SYSTEM_TEMPLATES.map((one) => one.key)).size).toBe(10);
    expect(templateNamed('tuning')?.name).toContain('Feedback');
    expect(templateNamed('findes-ikke')).toBeUndefined();
  });

  it.each(SYSTEM_TEMPLATES.map((template) => [template.key, template] as const))(
    '%s: its steps sum to its minutes, and each can be laid',
    (_key, template) => {
      expect(template.steps.reduce((total, one) => total + one.minutes, 0)).toBe(template.minutes);
      expect(new Set(template.steps.map((one) => one.key)).size).toBe(template.steps.length);
      for (const role of template.roles ?? []) expect(MEETING_ROLES).toContain(role);
      for (const one of template.steps) {
        expect(one.key).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
        expect(AGENDA_ITEM_KINDS).toContain(one.kind);
        expect(TRACKS).toContain(one.track);
        expect(one.minMinutes).toBeGreaterThanOrEqual(1);
        expect(one.minMinutes).toBeLessThanOrEqual(one.minutes);
        expect(problemIn(one.title, { max: TEXT_LIMITS.title, required: true })).toBeNull();
        expect(problemIn(one.guidance, { max: TEXT_LIMITS.paragraph })).toBeNull();
      }
    },
  );

  it('only what every meeting has recurs', () => {
    const recurring = SYSTEM_TEMPLATES.flatMap((one) => one.steps).filter((one) => one.recurs);
    expect(recurring.every((one) => ['check-in', 'follow-up', 'check-out'].includes(one.key))).toBe(true);
  });
});
