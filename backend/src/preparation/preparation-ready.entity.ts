import { Entity, Column, PrimaryColumn } from 'typeorm';

/** That somebody is ready for a meeting: a row that row-level security gives to nobody else. */
@Entity('preparation_ready')
export class PreparationReady {
  @PrimaryColumn('uuid', { name: 'meeting_id' }) meetingId!: string;
  @PrimaryColumn('uuid', { name: 'person_id' }) personId!: string;
  @Column('uuid', { name: 'municipality_id' }) municipalityId!: string;
}
