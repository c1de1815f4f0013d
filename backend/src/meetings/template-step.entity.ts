import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A timed step of a template. */
@Entity('template_step')
export class TemplateStep {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('uuid', { name: 'municipality_id', nullable: true }) municipalityId!: string | null;
  @Column('uuid', { name: 'template_id' }) templateId!: string;
  @Column('integer') position!: number;
  @Column('text') key!: string;
  @Column('text') title!: string;
  @Column('text') kind!: string;
  @Column('text') track!: string;
  @Column('integer') minutes!: number;
  @Column('integer', { name: 'min_minutes' }) minMinutes!: number;
  @Column('text') guidance!: string;
  @Column('boolean', { default: false }) recurs!: boolean;
}
