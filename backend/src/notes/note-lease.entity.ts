import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who writes under a Yjs client id in a note, and how far that client has come. */
@Entity('note_lease')
export class NoteLease {
  @PrimaryColumn('uuid', { name: 'note_id' }) noteId!: string;
  @PrimaryColumn('bigint', { name: 'client_id' }) clientId!: number;
  @Column('uuid', { name: 'municipality_id' }) municipalityId!: string;
  @Column('uuid', { name: 'person_id', nullable: true }) personId!: string | null;
  @Column('bigint', { default: 0 }) clock!: number;
}
