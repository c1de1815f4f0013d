import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A team's meetings in a row; agenda threads live here. */
@Entity('meeting_series')
export class MeetingSeries {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('uuid', { name: 'municipality_id' }) municipalityId!: string;
  @Column('uuid', { name: 'team_id' }) teamId!: string;
  @Column('text') name!: string;
}
