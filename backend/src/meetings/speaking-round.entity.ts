import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * A round where everybody speaks in turn. While it is on it has its order; when it ends only who began is left, for the next round's
 * order. No screen, table or export beyond the room reads it.
 */
@Entity('speaking_round')
export class SpeakingRound {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('uuid', { name: 'municipality_id' }) municipalityId!: string;
  @Column('uuid', { name: 'meeting_id' }) meetingId!: string;
  @Column('uuid', { name: 'team_id' }) teamId!: string;
  @Column('uuid', { name: 'item_id' }) itemId!: string;
  @Column('uuid', { name: 'began_id' }) beganId!: string;
  @Column('uuid', { array: true }) speakers!: string[];
  @Column('uuid', { array: true, default: () => `'{}'` }) passed!: string[];
  @Column('integer', { default: 0 }) at!: number;
  @Column('integer') seconds!: number;
  @Column('text') state!: string;
  @Column('timestamptz', { name: 'turn_started_at', default: () => 'clock_timestamp()' }) turnStartedAt!: Date;
  @Column('timestamptz', { name: 'started_at', default: () => 'clock_timestamp()' }) startedAt!: Date;
}
