import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A file or a link on a meeting, or on one of its items. */
@Entity('material')
export class Material {
  @PrimaryColumn('uuid', { default: () => 'gen_random_uuid()' }) id!: string;
  @Column('uuid', { name: 'municipality_id' }) municipalityId!: string;
  @Column('uuid', { name: 'team_id' }) teamId!: string;
  @Column('uuid', { name: 'meeting_id' }) meetingId!: string;
  @Column('uuid', { name: 'item_id', nullable: true }) itemId!: string | null;
  @Column('uuid', { name: 'thread_id', nullable: true }) threadId!: string | null;
  @Column('text') kind!: string;
  @Column('text') title!: string;
  @Column('text', { nullable: true }) url!: string | null;
  @Column('uuid', { name: 'file_id', nullable: true }) fileId!: string | null;
  @Column('text', { nullable: true }) mime!: string | null;
  @Column('integer', { name: 'size_bytes', nullable: true }) sizeBytes!: number | null;
  @Column('uuid', { name: 'added_by' }) addedBy!: string;
  @Column('timestamptz', { name: 'added_at', default: () => 'clock_timestamp()' }) addedAt!: Date;
}
