import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who is called to a meeting, in what role, and who came. */
@Entity('meeting_participant')
export class MeetingParticipant {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('uuid', { name: 'municipality_id' }) municipalityId!: string;
  @Column('uuid', { name: 'meeting_id' }) meetingId!: string;
  @Column('uuid', { name: 'person_id' }) personId!: string;
  @Column('text', { default: 'INVITED' }) attendance!: string;
  @Column('boolean', { name: 'is_guest', default: false }) isGuest!: boolean;
  @Column('text', { name: 'meeting_role', nullable: true }) meetingRole!: string | null;
  /** Will they come? */
  @Column('text', { nullable: true }) reply!: string | null;
  /** The last mail about the meeting could not be delivered to them. */
  @Column('boolean', { default: false }) unreached!: boolean;
}
