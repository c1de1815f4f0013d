import { createHmac } from 'node:crypto';
import {
  blurOf,
  figureText,
  joinedFigure,
  LEAST_SCHOOLS_IN_CLUSTER,
  LEAST_TEAMS,
  schoolFigure,
} from '#domain/published-values.ts';
import type { Work } from '../platform/unit-of-work.ts';

const MEASURES = ['begun', 'kept', 'adjusted', 'stopped'] as const;

interface Counted extends Record<(typeof MEASURES)[number], number> {
  group_kind: 'SCHOOL' | 'CLUSTER' | 'MUNICIPALITY';
  group_id: string;
  grade_band: string;
  teams: number;
  schools: number;
  marker_id: string;
  school_year: string;
}

/** What a month's tables are made for, and the secret that their chance amounts come from. */
export interface Publication {
  municipalityId: string;
  /** yyyy-mm-dd: what had happened when this day began in Denmark. */
  day: string;
  key: Buffer;
}

/**
 * Counts, rounds and writes one month's tables. A table that stands is never made again.
 * @returns how many cells were written
 */
export async function publish(query: Work['query'], { municipalityId, day, key }: Publication): Promise<number> {
  const counted = await query<Counted>('select * from publication_counts($1, $2)', [municipalityId, day]);
  const cells = counted.filter(isShown).map((row) => ({
    municipality_id: municipalityId,
    published_on: day,
    school_year: row.school_year,
    group_kind: row.group_kind,
    group_id: row.group_id,
    grade_band: row.grade_band,
    marker_id: row.marker_id,
    ...Object.fromEntries(MEASURES.map((measure) => [measure, figureText(figureOf(row, measure, key))])),
  }));
  if (cells.length === 0) return 0;
  const written = await query(
    `insert into published_cell select * from jsonb_populate_recordset(null::published_cell, $1) on conflict do nothing returning 1`,
    [JSON.stringify(cells)],
  );
  return written.length;
}

/** Asks about the group's size alone, never about what was counted: that a group is not shown tells nothing of its teams. */
const isShown = ({ group_kind, teams, schools }: Counted): boolean =>
  teams >= LEAST_TEAMS && (group_kind !== 'CLUSTER' || schools >= LEAST_SCHOOLS_IN_CLUSTER);

function figureOf(row: Counted, measure: (typeof MEASURES)[number], key: Buffer) {
  if (row.group_kind === 'SCHOOL') return schoolFigure(row[measure], row.teams);
  // The month is left out: a count that stands still is moved alike each month, so that no average undoes it.
  const cell = [row.school_year, row.group_kind, row.group_id, row.grade_band, row.marker_id, measure, row[measure]];
  return joinedFigure(row[measure], row.teams, blurOf(createHmac('sha256', key).update(cell.join(' ')).digest()));
}
