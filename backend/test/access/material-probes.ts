import { IDS, PEOPLE } from '../world.ts';
import type { Probe } from './who-writes.ts';

/** A link that Anne put on the meeting, and not what a guest put there: that is theirs to take off. */
const ANNES_LINK = `insert into material (municipality_id, team_id, meeting_id, kind, title, url, added_by)
  values ('${IDS.municipality}', '${IDS.teamA1}', '${IDS.meeting}', 'LINK', 'EMU', 'https://emu.dk', '${PEOPLE.anne.id}') returning id`;

/** What is hung on a meeting and taken off it. @param one the id that a statement answers with */
export const hanging = (one: (sql: string) => Promise<string>): Probe[] => [
  {
    mutation: 'addLink',
    may: 'room',
    args: async () => ({ meetingId: IDS.meeting, itemId: IDS.items[2], title: 'EMU', url: 'https://emu.dk' }),
  },
  { mutation: 'removeMaterial', may: 'team', args: async () => ({ materialId: await one(ANNES_LINK) }) },
];
