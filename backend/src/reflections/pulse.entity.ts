import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How many chose each step at check-out; who did is nowhere. */
@Entity('pulse')
export class Pulse {
  @PrimaryColumn('uuid', { name: 'item_id' }) itemId!: string;
  @Column('uuid', { name: 'municipality_id' }) municipalityId!: string;
  @Column('uuid', { name: 'meeting_id' }) meetingId!: string;
  @Column('integer', { array: true }) counts!: number[];
}
