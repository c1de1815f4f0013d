import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A tegn that a marker is on its way. */
@Entity('marker_sign')
export class MarkerSign {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('uuid', { name: 'municipality_id' }) municipalityId!: string;
  @Column('uuid', { name: 'marker_id' }) markerId!: string;
  @Column('integer') position!: number;
  @Column('text') text!: string;
}
