import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A minute's lines and changes, sealed: a hash over them and over the seal before. */
@Entity('audit_seal')
export class AuditSeal {
  @PrimaryColumn('uuid', { name: 'municipality_id' }) municipalityId!: string;
  @PrimaryColumn('bigint') number!: number;
  @Column('timestamptz', { name: 'sealed_at' }) sealedAt!: Date;
  @Column('bigint', { name: 'from_line' }) fromLine!: number;
  @Column('bigint', { name: 'to_line' }) toLine!: number;
  @Column('bigint') lines!: number;
  @Column('bytea', { name: 'lines_hash' }) linesHash!: Buffer;
  @Column('bytea', { name: 'changes_hash' }) changesHash!: Buffer;
  @Column('bytea', { name: 'previous_hash' }) previousHash!: Buffer;
  @Column('bytea') hash!: Buffer;
}
