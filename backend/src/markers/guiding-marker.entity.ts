import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A pejlemærke. */
@Entity('guiding_marker')
export class GuidingMarker {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('uuid', { name: 'municipality_id' }) municipalityId!: string;
  @Column('uuid', { name: 'marker_set_id' }) markerSetId!: string;
  @Column('integer') position!: number;
  @Column('text') title!: string;
  @Column('text', { name: 'short_title' }) shortTitle!: string;
  @Column('text') description!: string;
  @Column('integer') slot!: number;
  @Column('uuid', { name: 'supersedes_marker_id', nullable: true }) supersedesMarkerId!: string | null;
}
