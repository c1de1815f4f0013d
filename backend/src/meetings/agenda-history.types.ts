import { ID, Int, ObjectType } from '@nestjs/graphql';
import { Readable } from '../access/ability.decorator.ts';

/** Where an item that left the agenda can be laid back on it. */
@ObjectType()
export class LeftItem {
  @Readable('meeting.draft', () => ID) threadId!: string;
  @Readable('meeting.draft', () => String) kind!: string;
  @Readable('meeting.draft', () => String) track!: string;
  @Readable('meeting.draft', () => Int) plannedMin!: number;
  @Readable('meeting.draft', () => String) guidance!: string;
}

/** One change of a meeting or its agenda: who, what and when. */
@ObjectType()
export class AgendaChange {
  @Readable('meeting.draft', () => ID, { description: 'Its number among the meeting’s changes.' }) id!: string;
  @Readable('meeting.draft', () => String) at!: string;
  @Readable('meeting.draft', () => String, { nullable: true, description: 'Null: Pejling did it by the clock.' })
  who!: string | null;
  @Readable('meeting.draft', () => String, { description: 'AgendaItem or Meeting.' }) entity!: string;
  @Readable('meeting.draft', () => String, { description: 'As the change log calls it.' }) verb!: string;
  @Readable('meeting.draft', () => ID) entityId!: string;
  @Readable('meeting.draft', () => String, { nullable: true, description: 'What it was called then.' })
  title!: string | null;
  @Readable('meeting.draft', () => [String], { description: 'What was changed, by field.' }) fields!: string[];
  @Readable('meeting.draft', () => String, {
    nullable: true,
    description: 'The text that was written, where it is one.',
  })
  text!: string | null;
  @Readable('meeting.draft', () => String, { nullable: true, description: 'What stood there before it.' })
  before!: string | null;
  @Readable('meeting.draft', () => LeftItem, { nullable: true }) left!: LeftItem | null;
}

/** A page of a meeting's changes, newest first. */
@ObjectType()
export class AgendaHistory {
  @Readable('meeting.draft', () => ID, { description: 'The meeting’s.' }) id!: string;
  @Readable('meeting.draft', () => [AgendaChange]) changes!: AgendaChange[];
  @Readable('meeting.draft', () => ID, { nullable: true, description: 'Where the next page begins.' })
  cursor!: string | null;
}
