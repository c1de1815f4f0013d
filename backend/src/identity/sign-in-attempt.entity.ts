import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How often a hash of who tries has tried. */
@Entity('sign_in_attempt')
export class SignInAttempt {
  @PrimaryColumn('text') key!: string;
  @Column('timestamptz', { name: 'window_started_at' }) windowStartedAt!: Date;
  @Column('integer') attempts!: number;
}
