import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A member of staff. */
@Entity('person')
export class Person {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('uuid', { name: 'municipality_id' }) municipalityId!: string;
  @Column('uuid', { name: 'school_id', nullable: true }) schoolId!: string | null;
  @Column('text', { name: 'display_name' }) displayName!: string;
  @Column('text') initials!: string;
  @Column('text', { array: true, default: () => "'{}'" }) professions!: string[];
  @Column('text', { nullable: true }) email!: string | null;
  @Column('text', { nullable: true }) uniid!: string | null;
}
