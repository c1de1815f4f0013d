import { Inject } from '@nestjs/common';
import { Context, ID, Int, ObjectType, Resolver } from '@nestjs/graphql';
import { QueryFor, Readable } from '../access/ability.decorator.ts';
import { LeavesNoLine } from '../access/audited.ts';
import { screen, type RequestContext } from '../access/request.ts';
import { GuidingMarker } from '../markers/markers.types.ts';
import { Database } from '../platform/database.ts';

/** The municipality's guiding markers as they stand now. */
@ObjectType()
export class MarkersPage {
  @Readable('marker.read', () => ID, { description: 'The set’s.' }) id!: string;
  @Readable('marker.read', () => Int) version!: number;
  @Readable('marker.read', () => Boolean, { description: 'An example to be replaced by the municipality’s own.' })
  isExample!: boolean;
  @Readable('marker.read', () => String, { nullable: true }) label!: string | null;
  @Readable('marker.read', () => String, { nullable: true }) publishedAt!: string | null;
  @Readable('marker.read', () => String) initiativeName!: string;
  @Readable('marker.read', () => [GuidingMarker]) markers!: GuidingMarker[];
}

@Resolver()
export class MarkersScreenResolver {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** NOT_FOUND where the municipality has published none. */
  @QueryFor('marker.read', () => MarkersPage)
  @LeavesNoLine('Guiding markers are the municipality’s, and tell of nobody.')
  markersPage(@Context() context: RequestContext): Promise<MarkersPage> {
    return screen<MarkersPage>(this.database, context, 'screen_markers');
  }
}
