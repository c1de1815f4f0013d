import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 1 August to 31 July. */
@Entity('school_year')
export class SchoolYear {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('uuid', { name: 'municipality_id' }) municipalityId!: string;
  @Column('text') key!: string;
  @Column('date', { name: 'starts_on' }) startsOn!: string;
  @Column('date', { name: 'ends_on' }) endsOn!: string;
}
