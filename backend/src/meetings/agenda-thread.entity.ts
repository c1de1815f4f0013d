import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What goes on from meeting to meeting. */
@Entity('agenda_thread')
export class AgendaThread {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('uuid', { name: 'municipality_id' }) municipalityId!: string;
  @Column('uuid', { name: 'series_id' }) seriesId!: string;
  @Column('text', { name: 'step_key', nullable: true }) stepKey!: string | null;
  @Column('text') title!: string;
  @Column('text') kind!: string;
  @Column('text') track!: string;
  @Column('boolean', { default: false }) recurs!: boolean;
  @Column('integer', { name: 'times_moved', default: 0 }) timesMoved!: number;
  @Column('text', { default: 'OPEN' }) state!: string;
  @Column('text', { name: 'dropped_reason', nullable: true }) droppedReason!: string | null;
}
