import { ID, Int, ObjectType } from '@nestjs/graphql';
import { Readable } from '../access/ability.decorator.ts';
import { Person } from '../organisation/organisation.types.ts';

/** A file or a link on a meeting, or on one of its items. */
@ObjectType()
export class Material {
  @Readable('material.read', () => ID) id!: string;
  @Readable('material.read', () => ID, {
    nullable: true,
    description: 'The item it stands under at the meeting that was asked for; none where it is the meeting’s own.',
  })
  itemId!: string | null;
  @Readable('material.read', () => String, { description: 'FILE or LINK.' }) kind!: string;
  @Readable('material.read', () => String, { description: 'A link’s words, or a file’s name.' }) title!: string;
  @Readable('material.read', () => String, { nullable: true }) url!: string | null;
  @Readable('material.read', () => String, { nullable: true }) mime!: string | null;
  @Readable('material.read', () => Int, { nullable: true }) sizeBytes!: number | null;
  @Readable('material.read', () => String) addedAt!: string;
  @Readable('person.basic', () => Person, { nullable: true }) addedBy!: Person | null;
}
