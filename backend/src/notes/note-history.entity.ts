import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a note said at some time, every five minutes while it is written. */
@Entity('note_history')
export class NoteHistory {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('uuid', { name: 'municipality_id' }) municipalityId!: string;
  @Column('uuid', { name: 'note_id' }) noteId!: string;
  @Column('bigint') number!: number;
  @Column('text') text!: string;
  @Column('jsonb') doc!: unknown;
  @Column('timestamptz', { default: () => 'now()' }) at!: Date;
}
