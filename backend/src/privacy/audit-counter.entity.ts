import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How many lines a municipality's audit has. */
@Entity('audit_counter')
export class AuditCounter {
  @PrimaryColumn('uuid', { name: 'municipality_id' }) municipalityId!: string;
  @Column('bigint') lines!: number;
}
