import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What was decided under an item. */
@Entity('decision')
export class Decision {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('uuid', { name: 'municipality_id' }) municipalityId!: string;
  @Column('uuid', { name: 'meeting_id' }) meetingId!: string;
  @Column('uuid', { name: 'item_id' }) itemId!: string;
  @Column('text') text!: string;
  @Column('uuid', { name: 'created_by' }) createdBy!: string;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt!: Date;
  @Column('integer', { default: 1 }) revision!: number;
}
