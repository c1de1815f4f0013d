import '../../src/app.module.ts';
import { expect, it } from 'vitest';
import { WhoSeesWhatResolver } from '../../src/access/who-sees-what.resolver.ts';

const resolver = new WhoSeesWhatResolver();

it('tells a team that its leader sees its actions by week, whichever ability the screen asked about', () => {
  const answered = resolver.whoSeesWhat(['action.read']);
  expect(
    answered.some((one) => one.viewers.some(({ viewer, cell }) => viewer === 'school_leader' && cell === 'week')),
  ).toBe(true);
  expect(new Set(answered.map((one) => one.row))).toEqual(
    new Set(['action (title kind marker state outcome signs week)']),
  );
});

it('answers of what is seen, never of what is done', () => {
  expect(resolver.whoSeesWhat(['meeting.plan'])).toEqual([]);
  const everything = resolver.whoSeesWhat(null);
  expect(everything.length).toBeGreaterThan(20);
  for (const one of everything) expect(one.row).not.toBeNull();
});
