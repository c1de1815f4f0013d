import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A school's agreement that approved minutes are shared with its leaders; off while it has no `since`. */
@Entity('minutes_agreement')
export class MinutesAgreement {
  @PrimaryColumn('uuid', { name: 'school_id' }) schoolId!: string;
  @Column('uuid', { name: 'municipality_id' }) municipalityId!: string;
  @Column('timestamptz', { nullable: true }) since!: Date | null;
}
