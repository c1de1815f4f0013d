import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What opens the text that a device has kept for this person until it could be sent; given to that person alone. */
@Entity('outbox_secret')
export class OutboxSecret {
  @PrimaryColumn('uuid', { name: 'person_id' }) personId!: string;
  @Column('uuid', { name: 'municipality_id' }) municipalityId!: string;
  @Column('bytea', { default: () => 'sha256((uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())))' })
  secret!: Buffer;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt!: Date;
}
