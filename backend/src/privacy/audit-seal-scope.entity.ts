import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The versions of a scope that a seal covers, the first excluded. */
@Entity('audit_seal_scope')
export class AuditSealScope {
  @Column('uuid', { name: 'municipality_id' }) municipalityId!: string;
  @Column('bigint', { name: 'seal_number' }) sealNumber!: number;
  @PrimaryColumn('text', { name: 'scope_kind' }) scopeKind!: string;
  @PrimaryColumn('uuid', { name: 'scope_id' }) scopeId!: string;
  @Column('bigint', { name: 'from_version' }) fromVersion!: number;
  @PrimaryColumn('bigint', { name: 'to_version' }) toVersion!: number;
  @Column('bytea') hash!: Buffer;
}
