import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A forpligtende samarbejde of two to four schools. */
@Entity('school_cluster')
export class SchoolCluster {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('uuid', { name: 'municipality_id' }) municipalityId!: string;
  @Column('text') name!: string;
}
