import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A role beside team membership, within a scope. */
@Entity('role_assignment')
export class RoleAssignment {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('uuid', { name: 'municipality_id' }) municipalityId!: string;
  @Column('uuid', { name: 'person_id' }) personId!: string;
  @Column('text') role!: string;
  @Column('text', { name: 'scope_kind' }) scopeKind!: string;
  @Column('uuid', { name: 'scope_id' }) scopeId!: string;
  @Column('date', { name: 'valid_from' }) validFrom!: string;
  @Column('date', { name: 'valid_to', nullable: true }) validTo!: string | null;
}
