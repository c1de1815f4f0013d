import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A notice to one person, and how far it has come. */
@Entity('notice_mail')
export class NoticeMail {
  @PrimaryColumn('uuid', { default: () => 'gen_random_uuid()' }) id!: string;
  @Column('uuid', { name: 'municipality_id' }) municipalityId!: string;
  @Column('uuid', { name: 'notice_id' }) noticeId!: string;
  @Column('uuid', { name: 'meeting_id' }) meetingId!: string;
  @Column('uuid', { name: 'person_id' }) personId!: string;
  @Column('text', { default: 'WAITING' }) state!: string;
  @Column('integer', { default: 0 }) tries!: number;
  @Column('timestamptz', { name: 'next_try_at', default: () => 'now()' }) nextTryAt!: Date;
  @Column('timestamptz', { name: 'claimed_at', nullable: true }) claimedAt!: Date | null;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt!: Date | null;
  @Column('text', { nullable: true }) fault!: string | null;
  @Column('jsonb', { nullable: true }) caught!: Record<string, unknown> | null;
}
