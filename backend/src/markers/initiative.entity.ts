import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An indsats, such as the programme the markers belong to. */
@Entity('initiative')
export class Initiative {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('uuid', { name: 'municipality_id' }) municipalityId!: string;
  @Column('text') name!: string;
}
