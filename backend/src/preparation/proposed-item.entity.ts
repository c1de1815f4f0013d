import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An item that somebody wishes on the coming meeting's agenda. */
@Entity('proposed_item')
export class ProposedItem {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'municipality_id' }) municipalityId!: string;
  @Column('uuid', { name: 'series_id' }) seriesId!: string;
  /** The meeting it is proposed for; while it waits, the one it left. */
  @Column('uuid', { name: 'meeting_id' }) meetingId!: string;
  @Column('uuid', { name: 'came_from_id', nullable: true }) cameFromId!: string | null;
  @Column('text', { name: 'moved_by', nullable: true }) movedBy!: string | null;
  @Column('uuid', { name: 'proposed_by' }) proposedBy!: string;
  @Column('text') title!: string;
  @Column('text', { default: '' }) why!: string;
  @Column('integer') minutes!: number;
  @Column('text') kind!: string;
  @Column('text', { default: 'PROPOSED' }) state!: string;
  @Column('text', { nullable: true }) answer!: string | null;
  @Column('uuid', { name: 'item_id', nullable: true }) itemId!: string | null;
  @Column('integer', { default: 1 }) revision!: number;
  @Column('timestamptz', { name: 'created_at', default: () => 'clock_timestamp()' }) createdAt!: Date;
}
