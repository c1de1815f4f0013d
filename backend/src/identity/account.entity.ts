import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A local sign-in: the demonstration and break-glass. */
@Entity('account')
export class Account {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('uuid', { name: 'municipality_id' }) municipalityId!: string;
  @Column('uuid', { name: 'person_id' }) personId!: string;
  @Column('text', { name: 'sign_in_name' }) signInName!: string;
  @Column('text', { name: 'password_hash' }) passwordHash!: string;
  @Column('boolean', { name: 'is_demonstration', default: false }) isDemonstration!: boolean;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt!: Date;
}
