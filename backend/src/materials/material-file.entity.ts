import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Where a file's bytes lie. */
@Entity('material_file')
export class MaterialFile {
  @PrimaryColumn('uuid', { default: () => 'gen_random_uuid()' }) id!: string;
  @Column('uuid', { name: 'municipality_id' }) municipalityId!: string;
  @Column('text') place!: string;
  @Column('timestamptz', { name: 'stored_at', default: () => 'clock_timestamp()' }) storedAt!: Date;
}
