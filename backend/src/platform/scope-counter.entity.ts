import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How far a scope's changes have come. */
@Entity('scope_counter')
export class ScopeCounter {
  @Column('uuid', { name: 'municipality_id' }) municipalityId!: string;
  @PrimaryColumn('text') kind!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('bigint') version!: number;
}
