import { addDays } from '#domain/iso-week.ts';
import { at } from './calendar.ts';
import type { Coming } from './coming.ts';
import { addMaterial } from './material.ts';
import { idOf } from './random.ts';
import { LATER, PREPARED, type WishText } from './texts/preparing.ts';
import type { Rows } from './write.ts';

/** What is prepared for a meeting that is still to come: items that are proposed, some notes, a file and a link, and how many are ready. */
export function addPreparing(rows: Rows, { id, day, state, now, team, members, items }: Coming, marker: 2 | 3): void {
  const m = team.municipality_id;
  const others = members.filter((one) => one.function !== 'FACILITATOR');
  if (others.length === 0) return;
  // Some hours ago, or two days before.
  const before = Math.min(now.getTime() - 7_200_000, at(addDays(day, -2), 13, 10).getTime());
  const by = (n: number): string => others[n % others.length]!.id;
  const wish = ({ title, why, minutes, kind }: WishText, n: number): void =>
    rows.add('proposed_item', {
      id: idOf(`proposal/${id}/${n}`),
      municipality_id: m,
      series_id: team.series_id,
      meeting_id: id,
      came_from_id: null,
      moved_by: null,
      proposed_by: by(n + 1),
      title,
      why,
      minutes,
      kind,
      state: 'PROPOSED',
      answer: null,
      item_id: null,
      revision: 1,
      // In the order they are told.
      created_at: new Date(before + n * 60_000).toISOString(),
    });
  if (state === 'DRAFT') return wish(LATER, 0);
  const { wishes, notes } = PREPARED[marker];
  wishes.forEach(wish);
  notes.forEach((text, n) =>
    rows.add('preparation_note', {
      id: idOf(`preparation/${id}/${n}`),
      municipality_id: m,
      meeting_id: id,
      person_id: by(n),
      text,
    }),
  );
  const about = items.findIndex(({ stepKey }) => stepKey === 'faelles-undersoegelse');
  const threadId = items[about]?.threadId ?? idOf(`thread/${id}/${about}`);
  addMaterial(
    rows,
    {
      municipalityId: m,
      teamId: team.id,
      meetingId: id,
      item: about < 0 ? null : { id: idOf(`item/${id}/${about}`), threadId },
      addedBy: by(0),
      addedAt: new Date(before),
    },
    marker,
  );
  const ready = [by(0), by(1)].filter((one, n, all) => all.indexOf(one) === n);
  for (const person of ready) rows.add('preparation_ready', { municipality_id: m, meeting_id: id, person_id: person });
  rows.add('preparation_count', { meeting_id: id, municipality_id: m, ready: ready.length });
}
