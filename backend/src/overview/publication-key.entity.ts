import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The secret that the chance amounts in a municipality's published tables come from; only the clock reads it. */
@Entity('publication_key')
export class PublicationKey {
  @PrimaryColumn('uuid', { name: 'municipality_id' }) municipalityId!: string;
  @Column('bytea') key!: Buffer;
}
