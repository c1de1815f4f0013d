import type pg from 'pg';

export type Row = Record<string, unknown>;

// Parents before children, so that every reference is there when it is checked.
const ORDER = [
  'municipality',
  'school_cluster',
  'school',
  'school_year',
  'closing_day',
  'person',
  'team',
  'team_membership',
  'role_assignment',
  'account',
  'initiative',
  'marker_set',
  'guiding_marker',
  'marker_sign',
  'agenda_template',
  'template_step',
  'template_version',
  'meeting_series',
  'agenda_thread',
  'meeting',
  'meeting_marker',
  'meeting_participant',
  'agenda_item',
  'agenda_item_marker',
  'proposed_item',
  'preparation_note',
  'preparation_ready',
  'preparation_count',
  'material_file',
  'material_piece',
  'material',
  'decision',
  'action',
  'action_marker',
  'action_responsible',
  'action_reflection',
  'minutes',
  'minutes_approval',
  'minutes_objection',
  'minutes_amendment',
  'published_cell',
] as const;

export type Table = (typeof ORDER)[number];

const BATCH = 1500;

/** Rows by table, gathered in memory and written together. */
export class Rows {
  readonly tables = new Map<Table, Row[]>();

  add(table: Table, row: Row): void {
    const rows = this.tables.get(table);
    if (rows) rows.push(row);
    else this.tables.set(table, [row]);
  }

  of(table: Table): readonly Row[] {
    return this.tables.get(table) ?? [];
  }

  get count(): number {
    return [...this.tables.values()].reduce((sum, rows) => sum + rows.length, 0);
  }

  /**
   * Writes everything in batches; the rows of one table all have the same columns.
   * @param own tables that somebody else writes
   */
  async write(
    client: pg.ClientBase,
    progress: (line: string) => void = () => {},
    own: Partial<Record<Table, (rows: readonly Row[]) => Promise<void>>> = {},
  ): Promise<void> {
    let written = 0;
    for (const table of ORDER) {
      const rows = this.of(table);
      if (rows.length === 0) continue;
      const columns = Object.keys(rows[0]!).join(', ');
      for (let from = 0; from < rows.length; from += BATCH) {
        const batch = rows.slice(from, from + BATCH);
        if (own[table]) await own[table](batch);
        else
          await client.query(
            `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1)`,
            [JSON.stringify(batch)],
          );
      }
      written += rows.length;
      if (rows.length > 1000) progress(`${written} af ${this.count} rækker skrevet`);
    }
  }
}
