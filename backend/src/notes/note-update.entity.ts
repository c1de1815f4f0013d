import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One stored update of a note, as Yjs V1. */
@Entity('note_update')
export class NoteUpdateRow {
  @PrimaryColumn('uuid', { name: 'note_id' }) noteId!: string;
  @PrimaryColumn('bigint') number!: number;
  @Column('uuid', { name: 'municipality_id' }) municipalityId!: string;
  @Column('bytea') bytes!: Buffer;
  @Column('bytea') digest!: Buffer;
  @Column('timestamptz', { default: () => 'now()' }) at!: Date;
}
