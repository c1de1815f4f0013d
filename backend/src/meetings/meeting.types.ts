import { ID, Int, ObjectType } from '@nestjs/graphql';
import { Readable } from '../access/ability.decorator.ts';
import { GuidingMarker } from '../markers/markers.types.ts';
import { Person } from '../organisation/organisation.types.ts';

/** Somebody called to the meeting. */
@ObjectType()
export class MeetingParticipant {
  @Readable('meeting.read', () => ID) id!: string;
  @Readable('meeting.attendance', () => String, { nullable: true }) attendance!: string | null;
  @Readable('meeting.attendance', () => String, {
    nullable: true,
    description: 'COMING or NOT_COMING, once they said so.',
  })
  reply!: string | null;
  @Readable('meeting.attendance', () => Boolean, {
    nullable: true,
    description: 'No mail about the meeting reaches them.',
  })
  isUnreached!: boolean | null;
  @Readable('meeting.read', () => Boolean) isGuest!: boolean;
  @Readable('meeting.roles', () => String, { nullable: true }) meetingRole!: string | null;
  @Readable('person.basic', () => Person, { nullable: true }) person!: Person | null;
}

/** One point on the agenda. */
@ObjectType()
export class AgendaItem {
  @Readable('meeting.read', () => ID) id!: string;
  @Readable('meeting.read', () => ID, { description: 'What goes on from meeting to meeting.' }) threadId!: string;
  @Readable('meeting.read', () => Int) position!: number;
  @Readable('meeting.read', () => String) title!: string;
  @Readable('meeting.read', () => String) kind!: string;
  @Readable('meeting.read', () => String) track!: string;
  @Readable('meeting.read', () => Int) plannedMin!: number;
  @Readable('meeting.read', () => Int) extendedMin!: number;
  @Readable('meeting.read', () => String) guidance!: string;
  @Readable('meeting.read', () => Boolean, { description: 'It comes from an earlier meeting.' }) broughtOver!: boolean;
  @Readable('meeting.read', () => Int, { description: 'How many times its thread has been moved on.' })
  timesMoved!: number;
  @Readable('meeting.read', () => String, { nullable: true }) stepKey!: string | null;
  @Readable('meeting.read', () => String) state!: string;
  @Readable('meeting.read', () => String, { nullable: true }) outcome!: string | null;
  @Readable('meeting.read', () => String, { nullable: true }) outcomeReason!: string | null;
  @Readable('meeting.read', () => String, { nullable: true }) startedAt!: string | null;
  @Readable('meeting.read', () => String, { nullable: true }) endedAt!: string | null;
  @Readable('meeting.read', () => Int) revision!: number;
  @Readable('meeting.notes', () => String, { nullable: true }) note!: string | null;
  @Readable('meeting.notes', () => Int, {
    nullable: true,
    description: 'How far the note had come when it was last read.',
  })
  noteVersion!: number | null;
  @Readable('meeting.read', () => Person, { nullable: true }) owner!: Person | null;
  @Readable('meeting.read', () => [GuidingMarker]) markers!: GuidingMarker[];
}

@ObjectType()
export class Decision {
  @Readable('meeting.decisions', () => ID) id!: string;
  @Readable('meeting.decisions', () => ID) itemId!: string;
  @Readable('meeting.decisions', () => String) text!: string;
  @Readable('meeting.decisions', () => String) createdAt!: string;
  @Readable('meeting.decisions', () => Int) revision!: number;
}

/** A PLF meeting, from draft to approved minutes. */
@ObjectType()
export class Meeting {
  @Readable('meeting.read', () => ID) id!: string;
  @Readable('meeting.read', () => String) title!: string;
  @Readable('meeting.read', () => String) startsAt!: string;
  @Readable('meeting.read', () => Int) durationMin!: number;
  @Readable('meeting.read', () => String) place!: string;
  @Readable('meeting.read', () => String) purpose!: string;
  @Readable('meeting.read', () => String) bring!: string;
  @Readable('meeting.read', () => String, { nullable: true }) templateKey!: string | null;
  @Readable('meeting.read', () => String) state!: string;
  @Readable('meeting.read', () => Int) revision!: number;
  @Readable('meeting.read', () => ID, { nullable: true }) currentItemId!: string | null;
  @Readable('meeting.read', () => String, { nullable: true }) convenedAt!: string | null;
  @Readable('meeting.read', () => String, { nullable: true }) startedAt!: string | null;
  @Readable('meeting.read', () => String, { nullable: true }) endedAt!: string | null;
  @Readable('meeting.read', () => String, { nullable: true, description: 'Since when the meeting has paused.' })
  pausedAt!: string | null;
  @Readable('meeting.read', () => Boolean) endedByClock!: boolean;
  @Readable('meeting.read', () => Int, { description: 'Minutes the meeting as a whole has been extended by.' })
  extendedMin!: number;
  @Readable('meeting.read', () => String, { nullable: true }) cancelledReason!: string | null;
  @Readable('series.read', () => String, {
    nullable: true,
    description: 'The name of its series, where a year is read.',
  })
  series!: string | null;
}
