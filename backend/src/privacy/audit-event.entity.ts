import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who used which personal data, when. */
@Entity('audit_event')
export class AuditEvent {
  @PrimaryColumn('uuid', { name: 'municipality_id' }) municipalityId!: string;
  /** Without a gap, in the order in which lines were committed. */
  @PrimaryColumn('bigint') number!: number;
  @Column('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('uuid', { name: 'actor_id', nullable: true }) actorId!: string | null;
  @Column('text') verb!: string;
  @Column('text') object!: string;
  @Column('uuid', { name: 'object_id', nullable: true }) objectId!: string | null;
  /** What was searched for. */
  @Column('text', { nullable: true }) criterion!: string | null;
  @Column('uuid', { name: 'about_person_ids', array: true, default: () => "'{}'" }) aboutPersonIds!: string[];
  @Column('timestamptz', { default: () => 'now()' }) at!: Date;
}
