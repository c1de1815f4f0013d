import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A school or another institution of the municipality. */
@Entity('school')
export class School {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('uuid', { name: 'municipality_id' }) municipalityId!: string;
  @Column('uuid', { name: 'cluster_id', nullable: true }) clusterId!: string | null;
  @Column('text') name!: string;
  @Column('text', { name: 'institution_number', nullable: true }) institutionNumber!: string | null;
  @Column('text') kind!: string;
}
