import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One version of what those who are called are told about a meeting. */
@Entity('meeting_notice')
export class MeetingNotice {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('uuid', { name: 'municipality_id' }) municipalityId!: string;
  @Column('uuid', { name: 'meeting_id' }) meetingId!: string;
  /** The calendar's SEQUENCE. */
  @Column('integer') version!: number;
  @Column('text') kind!: string;
  @Column('jsonb') facts!: Record<string, unknown>;
  @Column('interval') quiet!: string;
  @Column('timestamptz', { name: 'send_after' }) sendAfter!: Date;
  @Column('timestamptz', { name: 'sealed_at', nullable: true }) sealedAt!: Date | null;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt!: Date;
}
