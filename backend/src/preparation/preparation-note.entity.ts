import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What one person has prepared for one meeting, in their own words. */
@Entity('preparation_note')
export class PreparationNote {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('uuid', { name: 'municipality_id' }) municipalityId!: string;
  @Column('uuid', { name: 'meeting_id' }) meetingId!: string;
  @Column('uuid', { name: 'person_id' }) personId!: string;
  @Column('text') text!: string;
}
