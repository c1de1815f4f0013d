import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One time that a screen asked to be lent a meeting; a loan once somebody has lent it one. */
@Entity('lent_screen')
export class LentScreen {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('bytea', { name: 'token_hash' }) tokenHash!: Buffer;
  @Column('bytea', { name: 'code_hash' }) codeHash!: Buffer;
  @Column('timestamptz', { name: 'code_expires_at' }) codeExpiresAt!: Date;
  @Column('uuid', { name: 'municipality_id', nullable: true }) municipalityId!: string | null;
  @Column('uuid', { name: 'meeting_id', nullable: true }) meetingId!: string | null;
  @Column('uuid', { name: 'lent_by', nullable: true }) lentBy!: string | null;
  @Column('timestamptz', { name: 'lent_at', nullable: true }) lentAt!: Date | null;
  @Column('timestamptz', { name: 'returned_at', nullable: true }) returnedAt!: Date | null;
}
