import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The markers an action works with. */
@Entity('action_marker')
export class ActionMarker {
  @Column('uuid', { name: 'municipality_id' }) municipalityId!: string;
  @PrimaryColumn('uuid', { name: 'action_id' }) actionId!: string;
  @PrimaryColumn('uuid', { name: 'marker_id' }) markerId!: string;
}
