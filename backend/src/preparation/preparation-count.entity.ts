import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How many are ready for a meeting, as it was last told. */
@Entity('preparation_count')
export class PreparationCount {
  @PrimaryColumn('uuid', { name: 'meeting_id' }) meetingId!: string;
  @Column('uuid', { name: 'municipality_id' }) municipalityId!: string;
  @Column('integer', { default: 0 }) ready!: number;
}
