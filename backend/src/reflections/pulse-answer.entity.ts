import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One person’s answer at check-out, until it is counted. */
@Entity('pulse_answer')
export class PulseAnswer {
  @Column('uuid', { name: 'municipality_id' }) municipalityId!: string;
  @PrimaryColumn('uuid', { name: 'item_id' }) itemId!: string;
  @PrimaryColumn('uuid', { name: 'person_id' }) personId!: string;
  @Column('integer') step!: number;
}
