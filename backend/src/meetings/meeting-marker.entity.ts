import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The meeting's focus. */
@Entity('meeting_marker')
export class MeetingMarker {
  @Column('uuid', { name: 'municipality_id' }) municipalityId!: string;
  @PrimaryColumn('uuid', { name: 'meeting_id' }) meetingId!: string;
  @PrimaryColumn('uuid', { name: 'marker_id' }) markerId!: string;
}
