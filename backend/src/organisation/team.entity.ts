import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The smallest unit that anything is counted by. */
@Entity('team')
export class Team {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('uuid', { name: 'municipality_id' }) municipalityId!: string;
  @Column('uuid', { name: 'school_id', nullable: true }) schoolId!: string | null;
  @Column('uuid', { name: 'cluster_id', nullable: true }) clusterId!: string | null;
  @Column('text') name!: string;
  @Column('text') kind!: string;
  @Column('text', { name: 'school_year' }) schoolYear!: string;
  @Column('text', { name: 'grade_band', nullable: true }) gradeBand!: string | null;
}
