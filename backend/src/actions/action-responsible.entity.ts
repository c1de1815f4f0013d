import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who does it. */
@Entity('action_responsible')
export class ActionResponsible {
  @Column('uuid', { name: 'municipality_id' }) municipalityId!: string;
  @PrimaryColumn('uuid', { name: 'action_id' }) actionId!: string;
  @PrimaryColumn('uuid', { name: 'person_id' }) personId!: string;
}
