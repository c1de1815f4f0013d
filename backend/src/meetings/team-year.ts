import type { ClosedDays } from '#domain/meeting-series.ts';
import { holidaysOf } from '#domain/school-year.ts';
import type { TeamYear } from './team-year.types.ts';

/** What `screen_team_year` answers. */
export interface YearRead extends Pick<TeamYear, 'team' | 'meetings' | 'liveVersion' | 'calendarVersion'> {
  _rel: number;
  closed: ClosedDays[];
  calendars: string[];
}

/** What a team's year is called where screens keep it. */
export const yearId = (teamId: string, schoolYear: string): string => `${teamId}_${schoolYear}`;

/** The year as it is shown: the municipality's own calendar where it has one, the usual holidays where it has not. */
export function yearOf(teamId: string, schoolYear: string, read: YearRead): TeamYear {
  const { _rel, team, meetings, liveVersion, calendarVersion, calendars } = read;
  const usual = calendars.includes(schoolYear) ? [] : holidaysOf(schoolYear);
  const closed = [
    ...read.closed.map(({ from, to, name }) => ({ _rel, from, to, closed: name, holiday: null })),
    ...usual.map(({ key, from, to }) => ({ _rel, from, to, closed: null, holiday: key })),
  ].sort((a, b) => (a.from < b.from ? -1 : 1));
  const year: TeamYear & { _rel: number } = {
    _rel,
    id: yearId(teamId, schoolYear),
    schoolYear,
    team,
    meetings,
    closed,
    liveVersion,
    calendarVersion,
  };
  return year;
}
