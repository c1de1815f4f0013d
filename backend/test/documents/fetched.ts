import { noteText, type NoteNode } from '#domain/note-doc.ts';
import { PERSON_HEADER, REFUSAL_HEADER } from '#live-protocol/page.ts';
import { IDS, PEOPLE, type Caller, type World } from '../world.ts';

export type Sort = 'pdf' | 'arkiv' | 'word';
export const SORTS: readonly Sort[] = ['pdf', 'arkiv', 'word'];

export interface Fetched {
  status: number;
  headers: Headers;
  bytes: Uint8Array;
  /** What a refusal says. */
  words: string;
  code: string | null;
}

/** Fetches a meeting's minutes as a file, as its page does. */
export const fetchMinutes = (caller: Caller, id: string, sort: string): Promise<Fetched> =>
  fetchFile(caller, `/dokumenter/referat/${id}/${sort}`);

/** Fetches the leader's copy of a meeting's minutes as a file, by the share's id. */
export const fetchCopy = (caller: Caller, share: string, sort: string): Promise<Fetched> =>
  fetchFile(caller, `/dokumenter/delt-referat/${share}/${sort}`);

async function fetchFile(caller: Caller, address: string): Promise<Fetched> {
  const response = await fetch(`${caller.url}${address}`, {
    headers: {
      ...(caller.cookie ? { cookie: caller.cookie } : {}),
      ...(caller.page === null ? {} : { [PERSON_HEADER]: caller.page }),
    },
  });
  const bytes = new Uint8Array(await response.arrayBuffer());
  return {
    status: response.status,
    headers: response.headers,
    bytes,
    words: response.status === 200 ? '' : Buffer.from(bytes).toString(),
    code: response.headers.get(REFUSAL_HEADER),
  };
}

/** Puts the small world's meeting where the clock and the room would have brought it. */
export const held = (world: World) =>
  world.admin.query(
    `update meeting set state = 'HELD', started_at = '2026-11-25 13:31+00', ended_at = '2026-11-25 14:30+00', purpose = 'At undersøge *lektionsstart*'
     where id = '${IDS.meeting}';
     update meeting_participant set attendance = 'PRESENT' where meeting_id = '${IDS.meeting}' and person_id in ('${PEOPLE.anne.id}', '${PEOPLE.mads.id}');
     update agenda_item set state = 'DONE', outcome = 'DISCUSSED' where meeting_id = '${IDS.meeting}'`,
  );

/** The item's note, as its editor would have left it. */
export async function noted(world: World, itemId: string, doc: NoteNode): Promise<void> {
  await world.admin.query(
    `insert into note (id, municipality_id, meeting_id, item_id, text, doc) values ($1, $2, $3, $1, $4, $5)
     on conflict (id) do update set text = excluded.text, doc = excluded.doc`,
    [itemId, IDS.municipality, IDS.meeting, noteText(doc), JSON.stringify(doc)],
  );
  await world.admin.query('update agenda_item set note = $2 where id = $1', [itemId, noteText(doc)]);
}

export const text = (words: string, ...marks: NonNullable<NoteNode['marks']>): NoteNode => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 ? { marks } : {}),
});
export const paragraph = (...content: NoteNode[]): NoteNode => ({ type: 'paragraph', content });
export const holding = (type: string, ...content: NoteNode[]): NoteNode => ({ type, content });
const cell = (type: string, words: string): NoteNode => holding(type, paragraph(text(words)));

/** Everything that a note may hold. */
export const WHOLE_NOTE: NoteNode = holding(
  'doc',
  holding('heading', text('Det så vi')),
  paragraph(
    text('Rødgrød med '),
    text('fløde', { type: 'bold' }),
    text(' på ', { type: 'italic' }),
    text('EMU', { type: 'link', attrs: { href: 'https://emu.dk/plf' } }),
    { type: 'hardBreak' },
    { type: 'mention', attrs: { id: PEOPLE.mads.id, name: 'Mads Juhl' } },
  ),
  holding(
    'bulletList',
    holding(
      'listItem',
      paragraph(text('Første prik')),
      holding('bulletList', holding('listItem', paragraph(text('Anden prik')))),
    ),
  ),
  { type: 'orderedList', attrs: { start: 3 }, content: [holding('listItem', paragraph(text('Det tredje')))] },
  holding(
    'taskList',
    { type: 'taskItem', attrs: { checked: true }, content: [paragraph(text('Sagt til 5.b'))] },
    { type: 'taskItem', attrs: { checked: false }, content: [paragraph(text('Skrive hjem'))] },
  ),
  holding('blockquote', paragraph(text('Sagt af en elev'))),
  holding(
    'table',
    holding('tableRow', cell('tableHeader', 'Uge'), cell('tableHeader', 'Vi prøver')),
    holding('tableRow', cell('tableCell', '48'), cell('tableCell', 'Ro ved døren')),
  ),
);
