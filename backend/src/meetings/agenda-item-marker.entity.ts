import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The markers an item is about. */
@Entity('agenda_item_marker')
export class AgendaItemMarker {
  @Column('uuid', { name: 'municipality_id' }) municipalityId!: string;
  @PrimaryColumn('uuid', { name: 'item_id' }) itemId!: string;
  @PrimaryColumn('uuid', { name: 'marker_id' }) markerId!: string;
}
