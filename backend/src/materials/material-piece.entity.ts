import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A megabyte of a file that lies in Postgres. */
@Entity('material_piece')
export class MaterialPiece {
  @PrimaryColumn('uuid', { name: 'file_id' }) fileId!: string;
  @PrimaryColumn('integer') number!: number;
  @Column('uuid', { name: 'municipality_id' }) municipalityId!: string;
  @Column('bytea') bytes!: Buffer;
}
