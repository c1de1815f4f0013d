import { describe, expect, it } from 'vitest';
import { templateInput } from '#inputs/agenda-template.ts';
import { blankDraft, draftOf, leastWithin } from './template-draft.ts';
import type { TemplateData } from './template.documents.ts';

const step = (position: number, key: string) => ({
  __typename: 'TemplateStep' as const,
  id: `id-${key}`,
  position,
  key,
  title: key,
  kind: 'DISCUSSION',
  track: 'OPERATIONS',
  minutes: 10,
  minMinutes: 5,
  guidance: '',
  recurs: true,
});
const template: TemplateData = {
  __typename: 'AgendaTemplate',
  id: 't',
  key: 't',
  scope: 'TEAM',
  name: 'Møde',
  purpose: '',
  bring: '',
  minutes: 20,
  roles: ['OBSERVER'],
  version: 3,
  from: null,
  retiredAt: null,
  steps: [step(2, 'b'), step(1, 'a')],
};

describe('a template in the form', () => {
  it('has its steps in their order and nothing that the door does not take', () => {
    const draft = draftOf(template);
    expect(draft.steps.map(({ key }) => key)).toEqual(['a', 'b']);
    expect(templateInput.parse(draft)).toEqual(draft);
    expect(Object.keys(draft.steps[0]!)).not.toContain('id');
  });

  it('blank lacks its name and its first step’s title, and is said to', () => {
    const issues = templateInput.safeParse(blankDraft()).error!.issues;
    expect(issues.map(({ path }) => path.join('.'))).toEqual(['name', 'steps.0.title']);
  });

  it('lets the least time follow a step that is made shorter', () => {
    expect(leastWithin(5, 3)).toBe(3);
    expect(leastWithin(5, 8)).toBe(5);
  });
});
