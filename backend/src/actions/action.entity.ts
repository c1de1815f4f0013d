import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A prøvehandling, a task or an agreement. */
@Entity('action')
export class Action {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('uuid', { name: 'municipality_id' }) municipalityId!: string;
  @Column('uuid', { name: 'team_id' }) teamId!: string;
  @Column('text') kind!: string;
  @Column('text') title!: string;
  @Column('text', { default: '' }) why!: string;
  @Column('text') state!: string;
  @Column('text', { nullable: true }) outcome!: string | null;
  @Column('date', { name: 'due_on', nullable: true }) dueOn!: string | null;
  @Column('text', { name: 'expected_signs', array: true, default: () => "'{}'" }) expectedSigns!: string[];
  @Column('uuid', { name: 'origin_meeting_id', nullable: true }) originMeetingId!: string | null;
  @Column('uuid', { name: 'origin_item_id', nullable: true }) originItemId!: string | null;
  @Column('uuid', { name: 'predecessor_id', nullable: true }) predecessorId!: string | null;
  @Column('text', { name: 'abandoned_reason', nullable: true }) abandonedReason!: string | null;
  @Column('text', { name: 'help_wanted', nullable: true }) helpWanted!: string | null;
  @Column('timestamptz', { name: 'help_wanted_at', nullable: true }) helpWantedAt!: Date | null;
  @Column('timestamptz', { name: 'not_yet_at', nullable: true }) notYetAt!: Date | null;
  @Column('uuid', { name: 'created_by' }) createdBy!: string;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt!: Date;
  @Column('timestamptz', { name: 'agreed_at', nullable: true }) agreedAt!: Date | null;
  @Column('timestamptz', { name: 'begun_at', nullable: true }) begunAt!: Date | null;
  @Column('timestamptz', { name: 'tried_at', nullable: true }) triedAt!: Date | null;
  @Column('timestamptz', { name: 'closed_at', nullable: true }) closedAt!: Date | null;
  @Column('integer', { default: 1 }) revision!: number;
}
