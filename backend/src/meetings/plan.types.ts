import { ID, Int, ObjectType } from '@nestjs/graphql';
import { Readable } from '../access/ability.decorator.ts';
import { Team } from '../organisation/organisation.types.ts';
import { Meeting } from './meeting.types.ts';
import { TemplateShelf } from './templates.types.ts';

/** What goes on from earlier meetings to the next. */
@ObjectType()
export class CarriedThread {
  @Readable('meeting.draft', () => ID) id!: string;
  @Readable('meeting.draft', () => String) title!: string;
  @Readable('meeting.draft', () => Int) timesMoved!: number;
}

/** An item that is on no agenda: it goes on to the next, is parked, or was let go with a reason. */
@ObjectType()
export class SetAsideThread {
  @Readable('meeting.draft', () => ID) id!: string;
  @Readable('meeting.draft', () => String) title!: string;
  @Readable('meeting.draft', () => String) kind!: string;
  @Readable('meeting.draft', () => String) track!: string;
  @Readable('meeting.draft', () => Int, { description: 'What it was given last.' }) plannedMin!: number;
  @Readable('meeting.draft', () => Int) timesMoved!: number;
  @Readable('meeting.draft', () => String, { description: 'GOES_ON, PARKED or DROPPED.' }) state!: string;
  @Readable('meeting.draft', () => String, { nullable: true }) droppedReason!: string | null;
}

/** A page of what the meeting's series has set aside, newest first. */
@ObjectType()
export class SetAside {
  @Readable('meeting.draft', () => ID, { description: 'The meeting’s.' }) id!: string;
  @Readable('meeting.draft', () => [SetAsideThread]) threads!: SetAsideThread[];
  @Readable('meeting.draft', () => String, { nullable: true, description: 'Where the next page begins.' })
  cursor!: string | null;
}

/** Days on which the team's school is closed. */
@ObjectType()
export class ClosedAhead {
  @Readable('meeting.draft', () => String, { description: 'A day, yyyy-mm-dd.' }) from!: string;
  @Readable('meeting.draft', () => String, { description: 'The last of them.' }) to!: string;
  @Readable('meeting.draft', () => String) name!: string;
}

/** What a team needs to know when it plans its next meeting. */
@ObjectType()
export class NewMeetingPlan {
  @Readable('meeting.draft', () => ID, { description: 'The team’s.' }) id!: string;
  @Readable('team.name', () => Team) team!: Team;
  @Readable('template.system', () => TemplateShelf) shelf!: TemplateShelf;
  @Readable('meeting.draft', () => [CarriedThread]) carried!: CarriedThread[];
  @Readable('meeting.draft', () => Int) openActionCount!: number;
  @Readable('meeting.draft', () => [ClosedAhead], { description: 'A year ahead, by their first day.' })
  closed!: ClosedAhead[];
  @Readable('meeting.draft', () => String, { nullable: true }) lastStartsAt!: string | null;
  @Readable('meeting.draft', () => Int, { nullable: true }) lastDurationMin!: number | null;
  @Readable('meeting.draft', () => String, { nullable: true }) lastPlace!: string | null;
}

/** A team's meetings: those to come, and a page of those that were. */
@ObjectType()
export class TeamMeetings {
  @Readable('meeting.draft', () => ID, { description: 'The team’s.' }) id!: string;
  @Readable('team.name', () => Team) team!: Team;
  @Readable('meeting.draft', () => [Meeting], { description: 'A set: sort by startsAt.' }) upcoming!: Meeting[];
  @Readable('meeting.draft', () => [Meeting], { description: 'A set: sort by startsAt, newest first.' })
  past!: Meeting[];
  @Readable('meeting.draft', () => String, {
    nullable: true,
    description: 'Where the next page of past meetings begins.',
  })
  pastCursor!: string | null;
  @Readable('meeting.draft', () => Int, { description: 'How far the team’s changes had come when this was read.' })
  liveVersion!: number;
}
