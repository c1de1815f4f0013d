import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One version of a meeting's minutes as its school's leaders were given them; without its words once it is taken back. */
@Entity('minutes_share')
export class MinutesShare {
  @PrimaryColumn('uuid', { default: () => 'gen_random_uuid()' }) id!: string;
  @Column('uuid', { name: 'municipality_id' }) municipalityId!: string;
  @Column('uuid', { name: 'meeting_id' }) meetingId!: string;
  @Column('integer') version!: number;
  @Column('text') level!: string;
  @Column('jsonb', { nullable: true }) copy!: unknown | null;
  @Column('uuid', { name: 'shared_by', nullable: true }) sharedBy!: string | null;
  @Column('timestamptz', { name: 'shared_at', default: () => 'clock_timestamp()' }) sharedAt!: Date;
  @Column('uuid', { name: 'revoked_by', nullable: true }) revokedBy!: string | null;
  @Column('timestamptz', { name: 'revoked_at', nullable: true }) revokedAt!: Date | null;
}
