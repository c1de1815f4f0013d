import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who is in a team, as what, from when to when. */
@Entity('team_membership')
export class TeamMembership {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('uuid', { name: 'municipality_id' }) municipalityId!: string;
  @Column('uuid', { name: 'team_id' }) teamId!: string;
  @Column('uuid', { name: 'person_id' }) personId!: string;
  @Column('text') function!: string;
  @Column('date', { name: 'valid_from' }) validFrom!: string;
  @Column('date', { name: 'valid_to', nullable: true }) validTo!: string | null;
}
