import { figureText, LEAST_SCHOOLS_IN_CLUSTER, LEAST_TEAMS, publishedFigure } from '#domain/published-values.ts';
import { firstMondays, type Day } from './calendar.ts';
import type { Municipality } from './frame.ts';
import type { DemoSchool } from './schools.ts';
import type { Row, Rows } from './write.ts';

type Figure = 'begun' | 'kept' | 'adjusted' | 'stopped';
type Sets = Record<Figure, Set<unknown>>;

/** The tables above the school as they were published on the first Mondays of this school year. */
export function addPublished(rows: Rows, home: Municipality, schools: readonly DemoSchool[], today: Day): void {
  const [, year] = home.years;
  const teams = rows.of('team').filter((team) => team.municipality_id === home.id && team.school_year === year.key);
  const clusterOf = new Map(schools.map((school) => [school.id, school.clusterId]));
  const markersOf = new Map<unknown, Row[]>();
  for (const row of rows.of('action_marker'))
    markersOf.set(row.action_id, [...(markersOf.get(row.action_id) ?? []), row]);
  const trials = rows.of('action').filter((row) => row.kind === 'TRIAL' && row.state !== 'PROPOSED');
  const groups: { kind: string; id: unknown; band: string; teams: readonly Row[] }[] = [
    ...schools.map((school) => ({
      kind: 'SCHOOL',
      id: school.id,
      band: 'ALL',
      teams: teams.filter((team) => team.school_id === school.id),
    })),
    ...[...new Set(clusterOf.values())]
      .filter((id) => schools.filter((school) => school.clusterId === id).length >= LEAST_SCHOOLS_IN_CLUSTER)
      .map((id) => ({
        kind: 'CLUSTER',
        id,
        band: 'ALL',
        teams: teams.filter((team) => clusterOf.get(String(team.school_id)) === id),
      })),
    ...['ALL', 'INDSKOLING', 'MELLEMTRIN', 'UDSKOLING'].map((band) => ({
      kind: 'MUNICIPALITY',
      id: home.id,
      band,
      teams: teams.filter((team) => band === 'ALL' || team.grade_band === band),
    })),
  ].filter((group) => group.teams.length >= LEAST_TEAMS);
  for (const day of firstMondays(`${year.startsOn.slice(0, 4)}-09-01`, today)) {
    const counted = home.markerIds.map((markerId) => countTeams(trials, markersOf, markerId, day));
    for (const group of groups) {
      home.markerIds.forEach((markerId, n) => {
        const figure = (name: Figure): string =>
          figureText(
            publishedFigure(group.teams.filter((team) => counted[n]![name].has(team.id)).length, group.teams.length),
          );
        rows.add('published_cell', {
          municipality_id: home.id,
          published_on: day,
          school_year: year.key,
          group_kind: group.kind,
          group_id: group.id,
          grade_band: group.band,
          marker_id: markerId,
          begun: figure('begun'),
          kept: figure('kept'),
          adjusted: figure('adjusted'),
          stopped: figure('stopped'),
        });
      });
    }
  }
}

/** Which teams had begun, kept, adjusted or stopped something under a marker when a day began. */
function countTeams(trials: readonly Row[], markersOf: Map<unknown, readonly Row[]>, markerId: string, day: Day): Sets {
  const sets: Sets = { begun: new Set(), kept: new Set(), adjusted: new Set(), stopped: new Set() };
  for (const trial of trials) {
    if (!markersOf.get(trial.id)?.some((row) => row.marker_id === markerId)) continue;
    if (trial.begun_at !== null && String(trial.begun_at) < day) sets.begun.add(trial.team_id);
    if (trial.closed_at === null || String(trial.closed_at) >= day) continue;
    if (trial.outcome === 'KEEP') sets.kept.add(trial.team_id);
    if (trial.outcome === 'ADJUST') sets.adjusted.add(trial.team_id);
    if (trial.outcome === 'STOP') sets.stopped.add(trial.team_id);
  }
  return sets;
}
