import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A timed agenda to begin from; copied on use. */
@Entity('agenda_template')
export class AgendaTemplate {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('uuid', { name: 'municipality_id', nullable: true }) municipalityId!: string | null;
  @Column('text') scope!: string;
  @Column('uuid', { name: 'scope_id', nullable: true }) scopeId!: string | null;
  @Column('text') key!: string;
  @Column('text') name!: string;
  @Column('text') purpose!: string;
  @Column('text') bring!: string;
  @Column('integer') minutes!: number;
  @Column('integer', { default: 0 }) position!: number;
  @Column('integer', { default: 1 }) version!: number;
  @Column('text', { array: true, default: () => "'{}'" }) roles!: string[];
  @Column('uuid', { name: 'origin_id', nullable: true }) originId!: string | null;
  @Column('text', { name: 'origin_name', nullable: true }) originName!: string | null;
  @Column('timestamptz', { name: 'retired_at', nullable: true }) retiredAt!: Date | null;
}
