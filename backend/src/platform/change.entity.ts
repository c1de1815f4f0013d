import { Column, Entity, PrimaryColumn } from 'typeorm';

/** History and live feed in one row. */
@Entity('change')
export class Change {
  @PrimaryColumn('text', { name: 'scope_kind' }) scopeKind!: string;
  @PrimaryColumn('uuid', { name: 'scope_id' }) scopeId!: string;
  @PrimaryColumn('bigint') version!: number;
  @Column('uuid', { name: 'municipality_id' }) municipalityId!: string;
  @Column('uuid', { name: 'change_id' }) changeId!: string;
  @Column('boolean', { name: 'is_home' }) isHome!: boolean;
  @Column('text', { nullable: true }) entity!: string | null;
  @Column('uuid', { name: 'entity_id', nullable: true }) entityId!: string | null;
  @Column('text', { nullable: true }) verb!: string | null;
  @Column('uuid', { name: 'actor_id', nullable: true }) actorId!: string | null;
  @Column('timestamptz', { nullable: true }) at!: Date | null;
  @Column('jsonb', { nullable: true }) fields!: unknown | null;
}
