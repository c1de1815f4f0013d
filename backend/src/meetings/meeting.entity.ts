import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A PLF meeting. */
@Entity('meeting')
export class Meeting {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('uuid', { name: 'municipality_id' }) municipalityId!: string;
  @Column('uuid', { name: 'team_id' }) teamId!: string;
  @Column('uuid', { name: 'series_id' }) seriesId!: string;
  @Column('text') title!: string;
  @Column('timestamptz', { name: 'starts_at' }) startsAt!: Date;
  @Column('integer', { name: 'duration_min' }) durationMin!: number;
  @Column('text', { default: '' }) place!: string;
  @Column('text', { default: '' }) purpose!: string;
  @Column('text', { default: '' }) bring!: string;
  @Column('text', { name: 'template_key', nullable: true }) templateKey!: string | null;
  @Column('integer', { name: 'template_version', nullable: true }) templateVersion!: number | null;
  @Column('text') state!: string;
  @Column('integer', { default: 1 }) revision!: number;
  @Column('uuid', { name: 'current_item_id', nullable: true }) currentItemId!: string | null;
  @Column('timestamptz', { name: 'convened_at', nullable: true }) convenedAt!: Date | null;
  @Column('timestamptz', { name: 'started_at', nullable: true }) startedAt!: Date | null;
  @Column('timestamptz', { name: 'paused_at', nullable: true }) pausedAt!: Date | null;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt!: Date | null;
  @Column('boolean', { name: 'ended_by_clock', default: false }) endedByClock!: boolean;
  @Column('integer', { name: 'extended_min', default: 0 }) extendedMin!: number;
  @Column('text', { name: 'cancelled_reason', nullable: true }) cancelledReason!: string | null;
}
