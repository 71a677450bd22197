import { createHash } from 'node:crypto';

import type { CanonicalRecord, DemographicAnswer, MeantSubmission, SubmissionRecord } from '#domain';

import { identityCode } from './identity-codes.js';

/** A uuid made of the first 16 bytes of a SHA-256 (version and variant bits set as RFC 9562, version 8). */
export function stableUuid(...parts: readonly string[]): string {
  const bytes = createHash('sha256').update(parts.join('\u0000')).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/**
 * Hash of what a record says, whatever file and row it stood in, and however well the hub reads equality answers by now: a
 * code that is not the mapping's own counts as it was first read, or every row held would be another one after an update. What others did for or against it is not
 * what it says: a proposal that more people like is the same proposal.
 */
export function contentHash(record: CanonicalRecord): string {
  const { file: _file, row: _row, ...content } = record;
  const said = content.kind === 'submission' ? asSaid(content) : content;
  return createHash('sha256').update(JSON.stringify(said)).digest('hex');
}

function asSaid({
  support: _support,
  ...said
}: Omit<SubmissionRecord, 'file' | 'row'>): Omit<SubmissionRecord, 'file' | 'row' | 'support'> {
  return { ...said, demographics: said.demographics.map(asFirstRead) };
}

/** Does the hub read an equality answer of this record otherwise than it was first read? */
export const isReadBetter = (record: CanonicalRecord): boolean =>
  record.kind === 'submission' &&
  record.demographics.some((answer) => answer.code !== asFirstRead(answer).code);

const asFirstRead = ({ byMapping, ...answer }: DemographicAnswer): DemographicAnswer => ({
  ...answer,
  code: byMapping ? answer.code : identityCode(answer.characteristic, answer.asAsked),
});

/** What a record is known by. */
export interface RecordName {
  id: string;
  /** The id that the record would have if nobody had said "add": what a tombstone may know it by. */
  plain: string;
  /** Hash of source, engagement and the row as it arrived; null where a connector does not say what arrived. */
  key: string | null;
  /** How many equal rows stood before it. */
  nth: number;
  /** The id that rows without an id of their own had before they were known by what arrived. */
  former: string | null;
}

/**
 * Gives each record of one delivery its id. With an id of the partner's own, that decides; without one, the row as it arrived
 * and how many equal rows stood before it, so that two people who say the same stay two, the same file re-saved stays the same
 * rows, and a better mapping makes no new ones. Where it is not known what arrived, what the record says decides.
 */
export class RecordIds {
  private readonly occurrences = new Map<string, number>();

  constructor(
    private readonly agency: string,
    private readonly source: string,
    /** Set where a person said "add": these rows are new whatever their ids say. */
    private readonly addedBy: number | null = null,
  ) {}

  /** @param arrived hash of the row's cells as they arrived */
  of(record: CanonicalRecord, hash: string, arrived: string | null = null): RecordName {
    const salt = this.addedBy === null ? '' : `added-${this.addedBy}`;
    const { kind, externalId, engagement } = record;
    const key =
      kind === 'submission' && arrived !== null
        ? stableUuid(this.agency, this.source, kind, engagement.key, 'row', arrived)
        : null;
    const nth = key === null ? 0 : this.nthOf(key);
    const salted = (make: (salt: string) => string, former: string | null): RecordName => ({
      ...{ id: make(salt), plain: make(''), key, nth, former },
    });
    if (externalId !== null) return salted((by) => this.ofOwnId(kind, engagement.key, externalId, by), null);
    const equal = String(this.nthOf(hash));
    const ofContent = (by: string): string =>
      stableUuid(this.agency, this.source, kind, 'content', hash, equal, by);
    if (key === null) return salted(ofContent, null);
    return salted((by) => stableUuid(key, String(nth), by), ofContent(''));
  }

  private nthOf(name: string): number {
    const nth = this.occurrences.get(name) ?? 0;
    this.occurrences.set(name, nth + 1);
    return nth;
  }

  /** The id that a rejected row would have had; `intake.own_id` gives the same of a submission that is held. */
  ofRejected({ engagement, externalId }: MeantSubmission): string {
    return this.ofOwnId('submission', engagement ?? '', externalId, '');
  }

  private ofOwnId(kind: CanonicalRecord['kind'], engagement: string, own: string, salt: string): string {
    return stableUuid(this.agency, this.source, kind, engagement, 'id', own, salt);
  }
}
