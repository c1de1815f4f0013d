import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A meeting's minutes; immutable once approved. */
@Entity('minutes')
export class Minutes {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('uuid', { name: 'municipality_id' }) municipalityId!: string;
  @Column('uuid', { name: 'meeting_id' }) meetingId!: string;
  @Column('text', { default: 'OPEN' }) state!: string;
  @Column('timestamptz', { name: 'proposed_at', nullable: true }) proposedAt!: Date | null;
  @Column('uuid', { name: 'proposed_by', nullable: true }) proposedBy!: string | null;
  @Column('timestamptz', { name: 'approved_at', nullable: true }) approvedAt!: Date | null;
  @Column('uuid', { name: 'approved_by', nullable: true }) approvedBy!: string | null;
  @Column('text', { name: 'approved_way', nullable: true }) approvedWay!: string | null;
  @Column('jsonb', { nullable: true }) snapshot!: unknown | null;
  @Column('text', { nullable: true }) fingerprint!: string | null;
  @Column('integer', { default: 1 }) revision!: number;
}
