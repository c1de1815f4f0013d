import { ID, Int, ObjectType } from '@nestjs/graphql';
import { Readable } from '../access/ability.decorator.ts';
import { GuidingMarker } from '../markers/markers.types.ts';
import { MinutesAgreement, SharedMinutesLine } from '../minutes/share.types.ts';

/** How many trials a team has begun under a marker this school year. */
@ObjectType()
export class OverviewCell {
  @Readable('overview.action', () => ID) markerId!: string;
  @Readable('overview.action', () => Int) begun!: number;
}

/** An action as a leader sees it: by week, without persons, reasons and reflections. */
@ObjectType()
export class OverviewAction {
  @Readable('overview.action', () => ID) id!: string;
  @Readable('overview.action', () => String) kind!: string;
  @Readable('overview.action', () => String) title!: string;
  @Readable('overview.action', () => [ID]) markerIds!: string[];
  @Readable('overview.action', () => String) state!: string;
  @Readable('overview.action', () => String, { nullable: true }) outcome!: string | null;
  @Readable('overview.action', () => [String]) expectedSigns!: string[];
  @Readable('overview.action', () => String, { nullable: true, description: 'ISO week of its beginning, 2026-W48.' })
  begunWeek!: string | null;
  @Readable('overview.action', () => String, { nullable: true, description: 'ISO week of its outcome.' }) outcomeWeek!:
    string | null;
}

@ObjectType()
export class OverviewHelp {
  @Readable('overview.help', () => ID) actionId!: string;
  @Readable('overview.help', () => String) text!: string;
  @Readable('overview.help', () => [ID]) markerIds!: string[];
  @Readable('overview.help', () => String, { nullable: true }) week!: string | null;
}

/** A team as its leader sees it, and as the team itself sees under "Dette kan skoleledelsen se": the same statement. */
@ObjectType()
export class OverviewTeam {
  @Readable('team.name', () => ID) id!: string;
  @Readable('team.name', () => String) name!: string;
  @Readable('team.name', () => String, { nullable: true }) gradeBand!: string | null;
  @Readable('overview.action', () => [OverviewCell]) cells!: OverviewCell[];
  @Readable('overview.rhythm', () => [String], { description: 'ISO weeks in which the team held a meeting.' })
  meetingWeeks!: string[];
  @Readable('overview.action', () => [OverviewAction]) actions!: OverviewAction[];
  @Readable('overview.help', () => [OverviewHelp]) help!: OverviewHelp[];
  @Readable('minutes.shared', () => [SharedMinutesLine], {
    description: 'The minutes the team shares now, newest first.',
  })
  sharedMinutes!: SharedMinutesLine[];
}

/** Markers by teams for a school year. */
@ObjectType()
export class SchoolOverview {
  @Readable('overview.school', () => ID) id!: string;
  @Readable('overview.school', () => String) schoolName!: string;
  @Readable('overview.school', () => String) schoolYear!: string;
  @Readable('overview.school', () => [String], { description: 'School years with teams, newest first.' })
  schoolYears!: string[];
  @Readable('overview.school', () => String, { description: 'The ISO week it was made in.' }) week!: string;
  @Readable('overview.school', () => [GuidingMarker]) markers!: GuidingMarker[];
  @Readable('minutes.agreement', () => MinutesAgreement) agreement!: MinutesAgreement;
  @Readable('overview.school', () => [OverviewTeam], { description: 'In the order of their names, never of a value.' })
  teams!: OverviewTeam[];
}

/** One published cell: a number in threes, TOO_FEW or MOST. */
@ObjectType()
export class PublishedFigure {
  @Readable('overview.tables', () => ID) markerId!: string;
  @Readable('overview.tables', () => String) begun!: string;
  @Readable('overview.tables', () => String) kept!: string;
  @Readable('overview.tables', () => String) adjusted!: string;
  @Readable('overview.tables', () => String) stopped!: string;
}

@ObjectType()
export class PublishedGroup {
  @Readable('overview.tables', () => ID) id!: string;
  @Readable('overview.tables', () => String) kind!: string;
  @Readable('overview.tables', () => String) name!: string;
  @Readable('overview.tables', () => String) gradeBand!: string;
  @Readable('overview.tables', () => [PublishedFigure]) cells!: PublishedFigure[];
}

/** One month's published tables. */
@ObjectType()
export class MunicipalityOverview {
  @Readable('overview.tables', () => ID) id!: string;
  @Readable('overview.tables', () => String) municipalityName!: string;
  @Readable('overview.tables', () => String, { nullable: true, description: 'The day of publication, yyyy-mm-dd.' })
  publishedOn!: string | null;
  @Readable('overview.tables', () => String, { nullable: true }) schoolYear!: string | null;
  @Readable('overview.tables', () => [String]) publications!: string[];
  @Readable('overview.tables', () => [GuidingMarker]) markers!: GuidingMarker[];
  @Readable('overview.tables', () => [PublishedGroup]) groups!: PublishedGroup[];
}
