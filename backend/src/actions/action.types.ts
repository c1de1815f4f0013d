import { ID, Int, ObjectType } from '@nestjs/graphql';
import { Readable } from '../access/ability.decorator.ts';
import { GuidingMarker } from '../markers/markers.types.ts';
import { Person } from '../organisation/organisation.types.ts';

/** What the team tried, saw and learned, on a day. */
@ObjectType()
export class ActionReflection {
  @Readable('action.reflections', () => ID) id!: string;
  @Readable('action.reflections', () => String) onDate!: string;
  @Readable('action.reflections', () => String) whatWeTried!: string;
  @Readable('action.reflections', () => String) whatWeSaw!: string;
  @Readable('action.reflections', () => String) whatWeLearned!: string;
  @Readable('action.reflections', () => String) createdAt!: string;
}

/** A prøvehandling, a task or an agreement. */
@ObjectType()
export class Action {
  @Readable('action.read', () => ID) id!: string;
  @Readable('action.read', () => ID) teamId!: string;
  @Readable('action.read', () => String) kind!: string;
  @Readable('action.read', () => String) title!: string;
  @Readable('action.read', () => String) state!: string;
  @Readable('action.read', () => String, { nullable: true }) outcome!: string | null;
  @Readable('action.read', () => [String]) expectedSigns!: string[];
  @Readable('action.read', () => [GuidingMarker]) markers!: GuidingMarker[];
  @Readable('action.why', () => String, { nullable: true }) why!: string | null;
  @Readable('action.responsible', () => String, { nullable: true, description: 'A day, yyyy-mm-dd.' }) dueOn!:
    string | null;
  @Readable('action.responsible', () => [Person], { nullable: true }) responsible!: Person[] | null;
  @Readable('action.read', () => ID, { nullable: true }) originMeetingId!: string | null;
  @Readable('action.read', () => ID, { nullable: true }) originItemId!: string | null;
  @Readable('action.read', () => ID, { nullable: true }) predecessorId!: string | null;
  @Readable('action.read', () => ID, { nullable: true }) successorId!: string | null;
  @Readable('action.read', () => String, { nullable: true }) abandonedReason!: string | null;
  @Readable('action.help', () => String, { nullable: true }) helpWanted!: string | null;
  @Readable('action.read', () => String) createdAt!: string;
  @Readable('action.read', () => String, { nullable: true }) closedAt!: string | null;
  @Readable('action.read', () => Int) revision!: number;
  @Readable('action.reflections', () => [ActionReflection], { nullable: true }) reflections!: ActionReflection[] | null;
}
