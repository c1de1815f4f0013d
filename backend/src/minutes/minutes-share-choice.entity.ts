import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a team chose for one meeting: whether its minutes are shared with the leaders as they are approved. */
@Entity('minutes_share_choice')
export class MinutesShareChoice {
  @PrimaryColumn('uuid', { name: 'meeting_id' }) meetingId!: string;
  @Column('uuid', { name: 'municipality_id' }) municipalityId!: string;
  @Column('boolean') shares!: boolean;
  @Column('uuid', { name: 'chosen_by' }) chosenBy!: string;
  @Column('timestamptz', { name: 'chosen_at', default: () => 'clock_timestamp()' }) chosenAt!: Date;
}
