import { ID, Int, ObjectType } from '@nestjs/graphql';
import { Readable } from '../access/ability.decorator.ts';
import { Decision } from '../meetings/meeting.types.ts';

/** What was done to a decision of the meeting. */
@ObjectType()
export class DecisionChange {
  @Readable('meeting.decisions', () => ID) decisionId!: string;
  @Readable('meeting.decisions', () => ID, {
    nullable: true,
    description: 'The item it was taken under; null when that is gone, or not known.',
  })
  itemId!: string | null;
  @Readable('meeting.decisions', () => String, {
    nullable: true,
    description: 'What it says since; of one that was removed, what it said last.',
  })
  text!: string | null;
  @Readable('meeting.decisions', () => String, { nullable: true, description: 'What it said before.' })
  before!: string | null;
}

/** That somebody was said to have come, or not, after the meeting. */
@ObjectType()
export class AttendanceChange {
  @Readable('meeting.attendance', () => String, { description: 'Whose: the name.' }) person!: string;
  @Readable('meeting.attendance', () => String) attendance!: string;
}

/** One thing that was done to a meeting's minutes: who, what and when. */
@ObjectType()
export class MinutesChange {
  @Readable('minutes.history', () => ID, { description: 'Its number among the meeting’s changes.' }) id!: string;
  @Readable('minutes.history', () => String) at!: string;
  @Readable('minutes.history', () => String, {
    nullable: true,
    description: 'Null: Pejling did it by the clock, or all who were present did it together.',
  })
  who!: string | null;
  @Readable('minutes.history', () => String, {
    description: 'As the change log calls it; "laid back" is a decision that had been removed.',
  })
  verb!: string;
  @Readable('minutes.history', () => String, { description: 'Minutes, Decision or MeetingParticipant.' })
  entity!: string;
  @Readable('minutes.history', () => String, {
    nullable: true,
    description: 'Of an approval: ALL_PRESENT, FACILITATOR or TIME.',
  })
  way!: string | null;
  @Readable('minutes.history', () => String, { nullable: true, description: 'The title of the item it stands under.' })
  item!: string | null;
  @Readable('minutes.taps', () => String, { nullable: true, description: 'What was objected, as it stands now.' })
  objection!: string | null;
  @Readable('minutes.taps', () => String, { nullable: true, description: 'What was answered, as it stands now.' })
  answer!: string | null;
  @Readable('minutes.amendments', () => String, { nullable: true, description: 'What was added, as it stands now.' })
  amendment!: string | null;
  @Readable('meeting.decisions', () => DecisionChange, { nullable: true }) decision!: DecisionChange | null;
  @Readable('meeting.attendance', () => AttendanceChange, { nullable: true }) attended!: AttendanceChange | null;
}

/** A page of what was done to a meeting's minutes, newest first. Who has tapped, and so who has not, is no part of it. */
@ObjectType()
export class MinutesHistory {
  @Readable('minutes.history', () => ID, { description: 'The meeting’s.' }) id!: string;
  @Readable('minutes.history', () => String, { description: 'The minutes’: OPEN, PROPOSED or APPROVED.' })
  state!: string;
  @Readable('minutes.history', () => Int) liveVersion!: number;
  @Readable('minutes.history', () => [MinutesChange]) changes!: MinutesChange[];
  @Readable('meeting.decisions', () => [Decision], {
    nullable: true,
    description: 'The meeting’s decisions as they are now: by their revisions they are put back.',
  })
  decisions!: Decision[] | null;
  @Readable('minutes.history', () => ID, { nullable: true, description: 'Where the next page begins.' })
  cursor!: string | null;
}
