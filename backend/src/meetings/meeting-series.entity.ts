import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A team's meetings in a row; agenda threads live here. */
@Entity('meeting_series')
export class MeetingSeries {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('uuid', { name: 'municipality_id' }) municipalityId!: string;
  @Column('uuid', { name: 'team_id' }) teamId!: string;
  @Column('text') name!: string;
  /** As it was planned last: a rule of libs/domain/src/meeting-series.ts and the clock. */
  @Column('jsonb', { nullable: true }) rule!: unknown;
  @Column('text', { name: 'template_key', nullable: true }) templateKey!: string | null;
  @Column('integer', { name: 'duration_min', nullable: true }) durationMin!: number | null;
  @Column('text', { default: '' }) place!: string;
}
