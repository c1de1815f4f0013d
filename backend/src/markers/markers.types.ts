import { ID, Int, ObjectType } from '@nestjs/graphql';
import { Readable } from '../access/ability.decorator.ts';

@ObjectType()
export class MarkerSign {
  @Readable('marker.read', () => ID) id!: string;
  @Readable('marker.read', () => String) text!: string;
}

/** A pejlemærke. */
@ObjectType()
export class GuidingMarker {
  @Readable('marker.read', () => ID) id!: string;
  @Readable('marker.read', () => Int) position!: number;
  @Readable('marker.read', () => String) title!: string;
  @Readable('marker.read', () => String) shortTitle!: string;
  @Readable('marker.read', () => String) description!: string;
  @Readable('marker.read', () => Int, { description: 'Which of the eight colours and shapes it is drawn with.' })
  slot!: number;
  @Readable('marker.read', () => [MarkerSign], { nullable: true }) signs!: MarkerSign[] | null;
}
