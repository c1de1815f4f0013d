import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What is written together under an item, or for the meeting as a whole; called by what it is about. */
@Entity('note')
export class Note {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'municipality_id' }) municipalityId!: string;
  @Column('uuid', { name: 'meeting_id' }) meetingId!: string;
  @Column('uuid', { name: 'item_id', nullable: true }) itemId!: string | null;
  @Column('bigint', { default: 0 }) number!: number;
  @Column('bigint', { default: 0 }) built!: number;
  @Column('jsonb', { nullable: true }) doc!: unknown;
  @Column('text', { default: '' }) text!: string;
  @Column('integer', { name: 'cpr_findings', default: 0 }) cprFindings!: number;
  @Column('timestamptz', { name: 'changed_at', nullable: true }) changedAt!: Date | null;
}
