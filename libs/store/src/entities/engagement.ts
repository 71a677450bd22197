import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'engagement', name: 'agency' })
export class Agency {
  @PrimaryColumn('text') code!: string;
  @Column('text') name!: string;
  @Column('text') kind!: 'council' | 'police' | 'health' | 'vcs';
}

@Entity({ schema: 'engagement', name: 'engagement' })
export class Engagement {
  @PrimaryColumn('text') agency!: string;
  @PrimaryColumn('text') key!: string;
  @Column('text') title!: string;
  @Column('text') kind!: string;
  @Column('text', { nullable: true }) participation!: string | null;
  @Column('date', { nullable: true }) opens!: string | null;
  @Column('date', { nullable: true }) closes!: string | null;
  @Column('text', { nullable: true }) channel!: string | null;
  @Column('text', { name: 'decision_owner', nullable: true }) decisionOwner!: string | null;
  @Column('text', { name: 'can_still_change', nullable: true }) canStillChange!: string | null;
  @Column('text', { nullable: true }) url!: string | null;
  @Column('text', { name: 'target_communities', array: true }) targetCommunities!: string[];
}

@Entity({ schema: 'engagement', name: 'submission' })
export class Submission {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') agency!: string;
  @Column('text') source!: string;
  @Column('text') engagement!: string;
  @Column('bigint') delivery!: string;
  @Column('text') file!: string;
  @Column('integer') row!: number;
  @Column('text', { name: 'external_id', nullable: true }) externalId!: string | null;
  @Column('text', { name: 'content_hash' }) contentHash!: string;
  @Column('date', { name: 'submitted_on', nullable: true }) submittedOn!: string | null;
  @Column('text', { nullable: true }) channel!: string | null;
  @Column('text', { nullable: true }) ward!: string | null;
  @Column('text', { nullable: true }) outward!: string | null;
  @Column('smallint', { nullable: true }) deprivation!: number | null;
  @Column('text', { nullable: true }) place!: string | null;
  @Column('timestamptz', { name: 'received_at' }) receivedAt!: Date;
  @Column('timestamptz', { name: 'linked_at', nullable: true }) linkedAt!: Date | null;
  @Column('timestamptz', { name: 'coded_at', nullable: true }) codedAt!: Date | null;
}
