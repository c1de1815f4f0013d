import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One silent writing under an agenda item: what is asked, and whether it is shown yet. */
@Entity('silent_writing')
export class SilentWriting {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('uuid', { name: 'municipality_id' }) municipalityId!: string;
  @Column('uuid', { name: 'meeting_id' }) meetingId!: string;
  @Column('uuid', { name: 'item_id' }) itemId!: string;
  @Column('text') question!: string;
  @Column('text', { default: 'OPEN' }) state!: string;
  @Column('boolean', { name: 'with_names', default: false }) withNames!: boolean;
  @Column('integer', { name: 'ready_count', default: 0 }) readyCount!: number;
  @Column('timestamptz', { name: 'opened_at', default: () => 'now()' }) openedAt!: Date;
  @Column('timestamptz', { name: 'ends_at', nullable: true }) endsAt!: Date | null;
  @Column('timestamptz', { name: 'revealed_at', nullable: true }) revealedAt!: Date | null;
}
