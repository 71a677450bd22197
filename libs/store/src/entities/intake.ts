import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

@Entity({ schema: 'intake', name: 'agreement' })
export class Agreement {
  @PrimaryColumn('text') agency!: string;
  @PrimaryColumn('text') id!: string;
  @Column('text', { array: true }) purposes!: string[];
  @Column('text', { name: 'lawful_basis' }) lawfulBasis!: string;
  @Column('text', { array: true }) fields!: string[];
  @Column('date') from!: string;
  @Column('date', { nullable: true }) until!: string | null;
}

@Entity({ schema: 'intake', name: 'source' })
export class Source {
  @PrimaryColumn('text') code!: string;
  @Column('text') agency!: string;
  @Column('text') name!: string;
  @Column('text') connector!: string;
  @Column('jsonb') mapping!: unknown;
  @Column('text', { name: 'field_kinds', array: true }) fieldKinds!: string[];
  @Column('text', { nullable: true }) agreement!: string | null;
  @Column('text', { name: 'key_hash', nullable: true }) keyHash!: string | null;
  @Column('text', { name: 'pull_address', nullable: true }) pullAddress!: string | null;
  @Column('text', { nullable: true }) schedule!: string | null;
  @Column('jsonb', { nullable: true }) bookmark!: unknown;
  @Column('integer', { name: 'expected_every_days' }) expectedEveryDays!: number;
  @Column('text', { name: 'stopped_reason', nullable: true }) stoppedReason!: string | null;
}

@Entity({ schema: 'intake', name: 'delivery' })
export class Delivery {
  /** bigint arrives as text. */
  @PrimaryGeneratedColumn('identity', { type: 'bigint' }) id!: string;
  @Column('text') agency!: string;
  @Column('text') source!: string;
  @Column('text', { name: 'content_hash' }) contentHash!: string;
  @Column('text') way!: 'push' | 'pull' | 'upload' | 'command-line';
  @Column('timestamptz', { name: 'received_at' }) receivedAt!: Date;
  @Column('jsonb', { nullable: true }) mapping!: unknown;
  @Column('text') status!: 'received' | 'accepted' | 'repeated' | 'held' | 'refused';
  @Column('text', { name: 'note_code', nullable: true }) noteCode!: string | null;
  @Column('text', { nullable: true }) note!: string | null;
  @Column('jsonb', { name: 'suggested_mapping', nullable: true }) suggestedMapping!: unknown;
  @Column('text', { nullable: true }) decision!: 'replace' | 'add' | 'cancel' | 'map' | null;
  @Column('integer') rows!: number;
  @Column('integer') accepted!: number;
  @Column('integer') repeated!: number;
  @Column('integer') rejected!: number;
  @Column('jsonb') files!: {
    name: string;
    rows: number;
    accepted: number;
    repeated: number;
    rejected: number;
  }[];
  @Column('date', { name: 'data_to', nullable: true }) dataTo!: string | null;
  @Column('timestamptz', { name: 'finished_at', nullable: true }) finishedAt!: Date | null;
}
