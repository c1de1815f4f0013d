import { idOf } from './random.ts';
import { MATERIAL } from './texts/material.ts';
import type { Rows } from './write.ts';

/** Where material lies: a meeting, and the item that the conversation is about. */
export interface MaterialSpot {
  municipalityId: string;
  teamId: string;
  meetingId: string;
  item: { id: string; threadId: string } | null;
  addedBy: string;
  addedAt: Date;
}

/** Spreadsheets take a file without the mark for another alphabet, and show å as two signs. */
const MARK_OF_UTF8 = '\uFEFF';

/** A link for the whole meeting, and a file of the team's own on the item. */
export function addMaterial(rows: Rows, spot: MaterialSpot, marker: number): void {
  const { link, file } = MATERIAL[marker as keyof typeof MATERIAL];
  const bytes = Buffer.from(`${file.mime === 'text/csv' ? MARK_OF_UTF8 : ''}${file.lines.join('\r\n')}\r\n`, 'utf8');
  const fileId = idOf(`material-file/${spot.meetingId}`);
  const m = spot.municipalityId;
  rows.add('material_file', {
    id: fileId,
    municipality_id: m,
    place: 'DATABASE',
    stored_at: spot.addedAt.toISOString(),
  });
  rows.add('material_piece', {
    municipality_id: m,
    file_id: fileId,
    number: 0,
    bytes: `\\x${bytes.toString('hex')}`,
  });
  const put = (what: 'link' | 'file', columns: Record<string, unknown>): void =>
    rows.add('material', {
      id: idOf(`material/${spot.meetingId}/${what}`),
      municipality_id: m,
      team_id: spot.teamId,
      meeting_id: spot.meetingId,
      ...columns,
      added_by: spot.addedBy,
      added_at: new Date(spot.addedAt.getTime() + (what === 'file' ? 120_000 : 0)).toISOString(),
    });
  put('link', {
    item_id: null,
    thread_id: null,
    kind: 'LINK',
    title: link.title,
    url: link.url,
    file_id: null,
    mime: null,
    size_bytes: null,
  });
  put('file', {
    item_id: spot.item?.id ?? null,
    thread_id: spot.item?.threadId ?? null,
    kind: 'FILE',
    title: file.name,
    url: null,
    file_id: fileId,
    mime: file.mime,
    size_bytes: bytes.length,
  });
}
