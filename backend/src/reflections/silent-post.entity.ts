import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What somebody writes before the reveal: a row that row-level security gives to nobody else. */
@Entity('silent_post')
export class SilentPost {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'municipality_id' }) municipalityId!: string;
  @Column('uuid', { name: 'writing_id' }) writingId!: string;
  @Column('uuid', { name: 'written_by' }) writtenBy!: string;
  @Column('uuid', { name: 'author_id' }) authorId!: string;
  @Column('text') text!: string;
  @Column('integer', { default: 1 }) version!: number;
}
