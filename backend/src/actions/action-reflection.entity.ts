import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What the team tried, saw and learned. */
@Entity('action_reflection')
export class ActionReflection {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('uuid', { name: 'municipality_id' }) municipalityId!: string;
  @Column('uuid', { name: 'action_id' }) actionId!: string;
  @Column('date', { name: 'on_date' }) onDate!: string;
  @Column('text', { name: 'what_we_tried', default: '' }) whatWeTried!: string;
  @Column('text', { name: 'what_we_saw', default: '' }) whatWeSaw!: string;
  @Column('text', { name: 'what_we_learned', default: '' }) whatWeLearned!: string;
  @Column('uuid', { name: 'meeting_id', nullable: true }) meetingId!: string | null;
  @Column('uuid', { name: 'created_by' }) createdBy!: string;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt!: Date;
}
