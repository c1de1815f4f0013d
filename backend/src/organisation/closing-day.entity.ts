import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Days on which nobody meets: the municipality's, or one school's own. */
@Entity('closing_day')
export class ClosingDay {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('uuid', { name: 'municipality_id' }) municipalityId!: string;
  @Column('uuid', { name: 'school_id', nullable: true }) schoolId!: string | null;
  @Column('date', { name: 'starts_on' }) startsOn!: string;
  @Column('date', { name: 'ends_on' }) endsOn!: string;
  @Column('text') name!: string;
}
