import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { May, Readable } from '../access/ability.decorator.ts';
import { SIGNED_IN_ABILITY } from '../access/policy.ts';
import { Action } from '../actions/action.types.ts';
import { GuidingMarker } from '../markers/markers.types.ts';
import { Decision } from '../meetings/meeting.types.ts';
import { MinutesAgreement } from '../minutes/share.types.ts';
import { Team } from '../organisation/organisation.types.ts';
import { OverviewTeam } from '../overview/overview.types.ts';
import { Preparation, ProposedItem } from '../preparation/preparation.types.ts';

/** A meeting as it stands in somebody's week or on a team's page. */
@ObjectType()
export class WeekMeeting {
  @Readable('meeting.read', () => ID) id!: string;
  @Readable('meeting.read', () => String) title!: string;
  @Readable('meeting.read', () => String) startsAt!: string;
  @Readable('meeting.read', () => String, { nullable: true }) startedAt!: string | null;
  @Readable('meeting.read', () => Int) durationMin!: number;
  @Readable('meeting.read', () => String) place!: string;
  @Readable('meeting.read', () => String) purpose!: string;
  @Readable('meeting.read', () => String) state!: string;
  @Readable('meeting.read', () => ID) teamId!: string;
  @Readable('meeting.read', () => String) teamName!: string;
  @Readable('meeting.read', () => String, {
    nullable: true,
    description: 'When it ended by itself, if nobody ended it.',
  })
  endedByClockAt!: string | null;
  @Readable('meeting.roles', () => String, { nullable: true }) ownRole!: string | null;
  @Readable('meeting.read', () => String, { nullable: true }) minutesState!: string | null;
  @Readable('meeting.read', () => [GuidingMarker]) markers!: GuidingMarker[];
}

/** An agenda item that the person is to open. */
@ObjectType()
export class ItemToPrepare {
  @Readable('meeting.read', () => ID) id!: string;
  @Readable('meeting.read', () => String) title!: string;
  @Readable('meeting.read', () => Int) plannedMin!: number;
  @Readable('meeting.read', () => Int) position!: number;
  @Readable('meeting.read', () => ID) meetingId!: string;
  @Readable('meeting.read', () => String) startsAt!: string;
  @Readable('meeting.read', () => String) teamName!: string;
}

/** A coming meeting that the person is called to, and how far they have come with it. */
@ObjectType()
export class MeetingToPrepare {
  @Readable('meeting.read', () => ID, { description: 'The meeting’s own id.' }) id!: string;
  @Readable('meeting.read', () => String) title!: string;
  @Readable('meeting.read', () => String) startsAt!: string;
  @Readable('meeting.read', () => String) teamName!: string;
  @Readable('meeting.read', () => String) bring!: string;
  @Readable('meeting.roles', () => String, { nullable: true }) ownRole!: string | null;
  @Readable('preparation.read', () => Boolean, { nullable: true, description: 'The viewer has written a note.' })
  hasNote!: boolean | null;
  @Readable('preparation.read', () => Int, { nullable: true, description: 'Proposed items that nobody has answered.' })
  openProposals!: number | null;
  @Readable('preparation.read', () => [ProposedItem], {
    nullable: true,
    description:
      'The viewer’s own proposals that were declined or put off here, or put on the agenda by somebody else.',
  })
  answered!: ProposedItem[] | null;
  @Readable('meeting.read', () => Preparation) preparation!: Preparation;
}

/** "What is next for me?" All of it is the person's own; each row in it has its own rule. */
@ObjectType()
export class MyWeek {
  @Field(() => ID) @May(SIGNED_IN_ABILITY) id!: string;
  @Field(() => String, { description: 'The Monday, yyyy-mm-dd.' }) @May(SIGNED_IN_ABILITY) monday!: string;
  @Field(() => String) @May(SIGNED_IN_ABILITY) today!: string;
  @Field(() => Int) @May(SIGNED_IN_ABILITY) liveVersion!: number;
  @Field(() => [WeekMeeting]) @May(SIGNED_IN_ABILITY) meetings!: WeekMeeting[];
  @Field(() => [WeekMeeting], { description: 'What is on now, whichever day it was planned for.' })
  @May(SIGNED_IN_ABILITY)
  inProgress!: WeekMeeting[];
  @Field(() => WeekMeeting, { nullable: true }) @May(SIGNED_IN_ABILITY) nextMeeting!: WeekMeeting | null;
  @Field(() => [Action]) @May(SIGNED_IN_ABILITY) actions!: Action[];
  @Field(() => [ItemToPrepare]) @May(SIGNED_IN_ABILITY) prepare!: ItemToPrepare[];
  @Field(() => [MeetingToPrepare]) @May(SIGNED_IN_ABILITY) preparing!: MeetingToPrepare[];
}

/** "Where are we?" */
@ObjectType()
export class TeamPage {
  @Readable('team.name', () => ID) id!: string;
  @Readable('team.name', () => Team) team!: Team;
  @Readable('team.name', () => Int) liveVersion!: number;
  @Readable('team.name', () => String) today!: string;
  @Readable('marker.read', () => [GuidingMarker]) markers!: GuidingMarker[];
  @Readable('meeting.draft', () => [WeekMeeting]) coming!: WeekMeeting[];
  @Readable('meeting.draft', () => [WeekMeeting], { description: 'The last eight that were held.' })
  held!: WeekMeeting[];
  @Readable('action.read', () => [Action]) openActions!: Action[];
  @Readable('meeting.decisions', () => [Decision], { description: 'The last six.' }) decisions!: Decision[];
  @Readable('overview.action', () => OverviewTeam, {
    description: 'Exactly what the school’s overview shows its leader of this team.',
  })
  leaderSees!: OverviewTeam;
  @Readable('minutes.agreement', () => MinutesAgreement, {
    nullable: true,
    description: 'Null for a team that belongs to no one school.',
  })
  agreement!: MinutesAgreement | null;
}
