import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A tap of somebody present. */
@Entity('minutes_approval')
export class MinutesApproval {
  @Column('uuid', { name: 'municipality_id' }) municipalityId!: string;
  @PrimaryColumn('uuid', { name: 'minutes_id' }) minutesId!: string;
  @PrimaryColumn('uuid', { name: 'person_id' }) personId!: string;
  @Column('timestamptz', { name: 'tapped_at', default: () => 'now()' }) tappedAt!: Date;
}
