import { ID, ObjectType } from '@nestjs/graphql';
import { Readable } from '../access/ability.decorator.ts';

/** One thing that was done to an action: who, what and when. */
@ObjectType()
export class ActionChange {
  @Readable('action.responsible', () => ID, { description: 'Its number among the team’s changes.' }) id!: string;
  @Readable('action.responsible', () => String) at!: string;
  @Readable('action.responsible', () => String, { nullable: true, description: 'Null: Pejling did it by the clock.' })
  who!: string | null;
  @Readable('action.responsible', () => String, { description: 'As the change log calls it.' }) verb!: string;
  @Readable('action.responsible', () => [String], { description: 'What differs from before, by field.' })
  fields!: string[];
  @Readable('action.responsible', () => String, {
    nullable: true,
    description: 'What stands since, where it is one field.',
  })
  text!: string | null;
  @Readable('action.responsible', () => String, { nullable: true, description: 'What stood there before it.' })
  before!: string | null;
}

/** A page of what was done to an action, newest first. */
@ObjectType()
export class ActionHistory {
  @Readable('action.responsible', () => ID, { description: 'The action’s.' }) id!: string;
  @Readable('action.responsible', () => [ActionChange]) changes!: ActionChange[];
  @Readable('action.responsible', () => ID, { nullable: true, description: 'Where the next page begins.' })
  cursor!: string | null;
}
