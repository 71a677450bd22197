import { HubError } from '#domain';
import type { DeliveredFile } from './contract.js';
import { preview, type FilePreview } from './preview.js';
import { connector as connectorOf } from './registry.js';

export interface PreviewRequest {
  /** Code of the source's connector. */
  connector: string;
  file: DeliveredFile;
  mapping: unknown;
}

/** A preview, and what would come of delivering the file under the mapping. */
export interface DeliveryLook {
  seen: FilePreview;
  /** Null where it would be read. */
  problem: { status: 'held' | 'refused'; reason: string; suggestedMapping: unknown } | null;
}

/** What the hub makes of a file before it is delivered; nothing is stored. */
export async function previewHere({ connector: code, file, mapping }: PreviewRequest): Promise<DeliveryLook> {
  const connector = await connectorOf(code);
  if (!connector)
    throw new HubError('stop-source', 'connector-unknown', `There is no connector called ${code}.`);
  const [seen] = await preview([file], mapping);
  const outcome = await connector.read([file], mapping);
  if (outcome.status === 'read') return { seen: seen!, problem: null };
  const suggestedMapping = outcome.status === 'held' ? outcome.suggestedMapping : null;
  return { seen: seen!, problem: { status: outcome.status, reason: outcome.reason, suggestedMapping } };
}
