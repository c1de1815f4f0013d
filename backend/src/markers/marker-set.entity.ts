import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One version of a municipality's guiding markers; immutable once published. */
@Entity('marker_set')
export class MarkerSet {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('uuid', { name: 'municipality_id' }) municipalityId!: string;
  @Column('uuid', { name: 'initiative_id' }) initiativeId!: string;
  @Column('integer') version!: number;
  @Column('text') state!: string;
  @Column('boolean', { name: 'is_example', default: false }) isExample!: boolean;
  @Column('text', { nullable: true }) label!: string | null;
  @Column('timestamptz', { name: 'published_at', nullable: true }) publishedAt!: Date | null;
}
