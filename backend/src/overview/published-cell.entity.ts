import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One cell of the published monthly tables above the school. */
@Entity('published_cell')
export class PublishedCell {
  @PrimaryColumn('uuid', { name: 'municipality_id' }) municipalityId!: string;
  @PrimaryColumn('date', { name: 'published_on' }) publishedOn!: string;
  @Column('text', { name: 'school_year' }) schoolYear!: string;
  @PrimaryColumn('text', { name: 'group_kind' }) groupKind!: string;
  @PrimaryColumn('uuid', { name: 'group_id' }) groupId!: string;
  @PrimaryColumn('text', { name: 'grade_band', default: 'ALL' }) gradeBand!: string;
  @PrimaryColumn('uuid', { name: 'marker_id' }) markerId!: string;
  @Column('text') begun!: string;
  @Column('text') kept!: string;
  @Column('text') adjusted!: string;
  @Column('text') stopped!: string;
}
