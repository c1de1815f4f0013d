import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A post as it is shown: a copy without time, at a place given by chance. */
@Entity('reflection_post')
export class ReflectionPost {
  @PrimaryColumn('uuid', { default: () => 'gen_random_uuid()' }) id!: string;
  @Column('uuid', { name: 'municipality_id' }) municipalityId!: string;
  @Column('uuid', { name: 'writing_id' }) writingId!: string;
  @Column('integer') position!: number;
  @Column('text') text!: string;
  @Column('uuid', { name: 'author_id', nullable: true }) authorId!: string | null;
  @Column('uuid', { name: 'group_id', nullable: true }) groupId!: string | null;
  @Column('boolean', { default: false }) marked!: boolean;
}
