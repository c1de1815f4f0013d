import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Shown posts that the team has put together under a name. */
@Entity('reflection_group')
export class ReflectionGroup {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'municipality_id' }) municipalityId!: string;
  @Column('uuid', { name: 'writing_id' }) writingId!: string;
  @Column('text') title!: string;
  @Column('integer') position!: number;
}
