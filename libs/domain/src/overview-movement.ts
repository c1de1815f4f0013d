/** A team's trials by marker, as far as a leader sees them. */
export interface TeamTrials {
  cells: readonly { markerId: string; begun: number }[];
}

export interface Movement {
  teamCount: number;
  /** The one or two markers with most trials begun; empty when nothing is begun, or when all have the same. */
  most: string[];
  /** The marker with fewest trials; null when there is nothing to tell it by. */
  least: string | null;
  /** How many teams have begun nothing under the least marker. */
  withoutLeast: number;
}

/**
 * What an overview says in words before it shows the map: where there is movement, and where silence.
 * Counts trials, names no team.
 */
export function movement(markerIds: readonly string[], teams: readonly TeamTrials[]): Movement {
  const totals = markerIds.map((id) => ({ id, begun: sum(teams.map((team) => begunUnder(team, id))) }));
  const ordered = totals.toSorted((a, b) => b.begun - a.begun);
  const first = ordered[0];
  const last = ordered.at(-1);
  const nothing: Movement = { teamCount: teams.length, most: [], least: null, withoutLeast: 0 };
  if (!first || !last || first.begun === 0 || first.begun === last.begun) return nothing;
  // Two are named when the second is close on the first's heels: at least two thirds of it.
  const most = ordered.slice(0, 2).filter((one) => one.begun > last.begun && one.begun * 3 >= first.begun * 2);
  return {
    teamCount: teams.length,
    most: most.map((one) => one.id),
    least: last.id,
    withoutLeast: teams.filter((team) => begunUnder(team, last.id) === 0).length,
  };
}

/** The map's depth: 0 to 4, where 4 reads "4+". Deeper is more, not better. */
export const depthOf = (begun: number): 0 | 1 | 2 | 3 | 4 => Math.min(4, Math.max(0, begun)) as 0 | 1 | 2 | 3 | 4;

const begunUnder = (team: TeamTrials, markerId: string): number =>
  team.cells.find((cell) => cell.markerId === markerId)?.begun ?? 0;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
