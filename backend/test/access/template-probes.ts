import { randomUUID } from 'node:crypto';
import { IDS } from '../world.ts';
import type { Probe } from './who-writes.ts';

const TEMPLATE = '00000000-0000-7000-8000-0000000000e1';
const template = {
  name: 'Torsdagsmøde',
  purpose: '',
  bring: '',
  roles: [],
  steps: [
    {
      key: 'a',
      title: 'Et trin',
      kind: 'DISCUSSION',
      track: 'DEVELOPMENT',
      minutes: 20,
      minMinutes: 5,
      guidance: '',
      recurs: false,
    },
  ],
};

/** What is written with templates: team A1's through its life, and one of the school's and of the municipality's. */
export const templateProbes = (one: (sql: string, values: unknown[]) => Promise<string>): Probe[] => [
  {
    mutation: 'createTemplate',
    may: 'team',
    args: { owner: { scope: 'TEAM', id: IDS.teamA1 }, id: TEMPLATE, template },
  },
  {
    mutation: 'createTemplate',
    may: 'keepsSchool',
    args: async () => ({ owner: { scope: 'SCHOOL', id: IDS.schoolA }, id: randomUUID(), template }),
  },
  {
    mutation: 'createTemplate',
    may: 'keepsMunicipality',
    args: async () => ({ owner: { scope: 'MUNICIPALITY', id: IDS.municipality }, id: randomUUID(), template }),
  },
  {
    mutation: 'saveTemplate',
    may: 'team',
    args: { id: TEMPLATE, template: { ...template, name: 'Onsdagsmøde' }, seenVersion: 1 },
  },
  { mutation: 'putBackTemplate', may: 'team', args: { id: TEMPLATE, version: 1, seenVersion: 2 } },
  { mutation: 'shareTemplate', may: 'team', args: { id: TEMPLATE, level: 'SCHOOL', seenVersion: 3 } },
  {
    mutation: 'retireTemplate',
    may: 'keepsSchool',
    args: async () => ({ id: await one('select id from agenda_template where origin_id = $1', [TEMPLATE]) }),
  },
  { mutation: 'shareTemplate', may: 'team', args: { id: TEMPLATE, level: 'SCHOOL', seenVersion: 3 } },
  { mutation: 'unshareTemplate', may: 'team', args: { id: TEMPLATE, level: 'SCHOOL' } },
  { mutation: 'retireTemplate', may: 'team', args: { id: TEMPLATE } },
  { mutation: 'bringBackTemplate', may: 'team', args: { id: TEMPLATE } },
];
