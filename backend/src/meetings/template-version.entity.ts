import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A template as it was saved once. */
@Entity('template_version')
export class TemplateVersion {
  @PrimaryColumn('uuid', { name: 'template_id' }) templateId!: string;
  @PrimaryColumn('integer') version!: number;
  @Column('uuid', { name: 'municipality_id' }) municipalityId!: string;
  @Column('jsonb') content!: unknown;
  @Column('jsonb', { default: [] }) changes!: unknown;
  @Column('integer', { name: 'put_back', nullable: true }) putBack!: number | null;
  @Column('uuid', { name: 'saved_by', nullable: true }) savedBy!: string | null;
  @Column('timestamptz', { name: 'saved_at', default: () => 'clock_timestamp()' }) savedAt!: Date;
}
