import type pg from 'pg';

const SAID = `
  select object_id, part, kind, municipality_id, team_id, meeting_id, at, title, text from (
    select * from search_meetings(array(select id from meeting))
    union all select * from search_meeting_notes(array(select id from meeting))
    union all select * from search_minutes(array(select id from meeting))
    union all select * from search_items(array(select id from agenda_item))
    union all select * from search_item_notes(array(select id from agenda_item))
    union all select * from search_decisions(array(select id from decision))
    union all select * from search_actions(array(select id from action))
    union all select * from search_materials(array(select id from material))) x`;
const KEPT = 'select object_id, part, kind, municipality_id, team_id, meeting_id, at, title, text from search_row';

/** What search's rows say otherwise than the things themselves do: missing, left over or old. Empty when all is as it should be. */
export async function wrongRows(admin: pg.Client): Promise<Record<string, unknown>[]> {
  const { rows } = await admin.query(
    `(select 'missing' as wrong, * from (${SAID} except ${KEPT}) a) union all (select 'left', * from (${KEPT} except ${SAID}) b)`,
  );
  return rows;
}
