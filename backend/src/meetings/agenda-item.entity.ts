import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One point on a meeting's agenda. */
@Entity('agenda_item')
export class AgendaItem {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('uuid', { name: 'municipality_id' }) municipalityId!: string;
  @Column('uuid', { name: 'meeting_id' }) meetingId!: string;
  @Column('uuid', { name: 'thread_id' }) threadId!: string;
  @Column('integer') position!: number;
  @Column('text', { name: 'step_key', nullable: true }) stepKey!: string | null;
  @Column('text') title!: string;
  @Column('text') kind!: string;
  @Column('text') track!: string;
  @Column('integer', { name: 'planned_min' }) plannedMin!: number;
  @Column('integer', { name: 'extended_min', default: 0 }) extendedMin!: number;
  @Column('text', { default: '' }) guidance!: string;
  @Column('uuid', { name: 'owner_id', nullable: true }) ownerId!: string | null;
  @Column('boolean', { name: 'brought_over', default: false }) broughtOver!: boolean;
  @Column('text', { default: 'PLANNED' }) state!: string;
  @Column('text', { nullable: true }) outcome!: string | null;
  @Column('text', { name: 'outcome_reason', nullable: true }) outcomeReason!: string | null;
  @Column('timestamptz', { name: 'started_at', nullable: true }) startedAt!: Date | null;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt!: Date | null;
  @Column('text', { default: '' }) note!: string;
  @Column('integer', { name: 'note_version', default: 0 }) noteVersion!: number;
  @Column('integer', { default: 1 }) revision!: number;
}
