import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The tenant. */
@Entity('municipality')
export class Municipality {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('text') name!: string;
  @Column('text', { nullable: true }) cvr!: string | null;
  @Column('text', { nullable: true }) code!: string | null;
  @Column('boolean', { name: 'is_demonstration', default: false }) isDemonstration!: boolean;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt!: Date;
}
