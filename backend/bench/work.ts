import { asked } from './documents.ts';
import { cpuOf } from './side.ts';

export interface Side {
  name: 'ours' | 'limit';
  url: string;
  pid: number;
  cookie: string;
}

export interface Facts {
  meetingId: string;
  itemId: string;
  teamId: string;
  markerId: string;
  personId: string;
}

export interface Row {
  id: string;
  title: string;
  /** The figure of the promise: ours may cost this many times the limit. */
  target: number;
  request(side: Side, facts: Facts): { path: string; body: string };
}

/** An action as somebody logs it in a meeting. */
export const action = (facts: Facts) => ({
  kind: 'TRIAL',
  title: 'En voksen i døren efter frikvarteret',
  why: '',
  markerIds: [facts.markerId],
  responsibleIds: [facts.personId],
  dueOn: '2026-12-10',
  expectedSigns: ['Alle er i gang inden for fem minutter'],
  originMeetingId: facts.meetingId,
  originItemId: facts.itemId,
});

/** The rows of the quick bench, as the promises define them. */
export const ROWS: readonly Row[] = [
  {
    id: 'open-a-meeting',
    title: 'Open a meeting',
    target: 1.6,
    request: (side, facts) =>
      side.name === 'ours'
        ? { path: '/graphql', body: asked('Meeting', { id: facts.meetingId }) }
        : { path: '/meeting', body: JSON.stringify({ id: facts.meetingId }) },
  },
  {
    id: 'log-an-action',
    title: 'Log an action in a live meeting',
    target: 2.5,
    request: (side, facts) =>
      side.name === 'ours'
        ? {
            path: '/graphql',
            body: asked('CreateAction', { teamId: facts.teamId, action: action(facts) }),
          }
        : {
            path: '/action',
            body: JSON.stringify({
              id: '',
              action: { ...action(facts), teamId: facts.teamId, state: 'AGREED', predecessorId: null },
            }),
          },
  },
];

export interface Turn {
  /** Answers a second. */
  throughput: number;
  /** Milliseconds of the serving process's CPU for each answer. */
  cpu: number;
}

/** Asks one side for a while, eight at a time, and stops by itself. */
export async function turn(side: Side, row: Row, facts: Facts, milliseconds: number): Promise<Turn> {
  const { path, body } = row.request(side, facts);
  const end = performance.now() + milliseconds;
  const cpuBefore = cpuOf(side.pid);
  const began = performance.now();
  let answers = 0;
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      while (performance.now() < end) {
        const response = await fetch(side.url + path, {
          method: 'POST',
          headers: { 'content-type': 'application/json', cookie: side.cookie },
          body,
        });
        const text = await response.text();
        if (!response.ok || text.includes('"errors"')) throw new Error(`${side.name} ${row.id}: ${text.slice(0, 300)}`);
        answers += 1;
      }
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  return { throughput: answers / seconds, cpu: (cpuOf(side.pid) - cpuBefore) / answers };
}
