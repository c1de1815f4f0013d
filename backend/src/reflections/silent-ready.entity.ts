import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody is ready: their own row, counted at the beat. */
@Entity('silent_ready')
export class SilentReady {
  @Column('uuid', { name: 'municipality_id' }) municipalityId!: string;
  @PrimaryColumn('uuid', { name: 'writing_id' }) writingId!: string;
  @PrimaryColumn('uuid', { name: 'person_id' }) personId!: string;
}
