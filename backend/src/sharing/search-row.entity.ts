import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What can be searched in: a thing's own words, or the text written under it. Triggers keep it; `folded` and `tsv` are made of the words. */
@Entity('search_row')
export class SearchRow {
  @Column('uuid', { name: 'municipality_id' }) municipalityId!: string;
  @Column('uuid', { name: 'team_id' }) teamId!: string;
  @Column('text') kind!: string;
  @PrimaryColumn('uuid', { name: 'object_id' }) objectId!: string;
  @PrimaryColumn('text') part!: string;
  @Column('uuid', { name: 'meeting_id', nullable: true }) meetingId!: string | null;
  @Column('timestamptz', { nullable: true }) at!: Date | null;
  @Column('text') title!: string;
  @Column('text') text!: string;
  @Column('text') folded!: string;
  @Column('tsvector') tsv!: string;
}
