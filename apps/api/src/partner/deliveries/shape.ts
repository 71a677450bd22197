import type { WorkbenchDelivery } from '#store';
import type { Delivery } from './delivery.type.js';

export function deliveryOf({ source, mapping: _mapping, ...delivery }: WorkbenchDelivery): Delivery {
  const files = delivery.files.map((file) => ({ ...file, leftOut: file.leftOut ?? 0 }));
  return { ...delivery, files, sourceCode: source };
}

/**
 * The answer to an upload that the agreement does not allow: nothing was stored, so it has no number and no list shows it.
 */
export function refusedDelivery(sourceCode: string, reason: string): Delivery {
  const nothing = {
    rows: 0,
    accepted: 0,
    repeated: 0,
    rejected: 0,
    leftOut: 0,
    files: [],
    suggestedMapping: null,
  };
  const now = new Date();
  return {
    id: 'none',
    sourceCode,
    receivedAt: now,
    finishedAt: now,
    way: 'upload',
    status: 'refused',
    note: reason,
    ...nothing,
  };
}

/** The same bytes again: the receipt of the delivery they are, every row that it took being a repeat now. */
export function repeatedDelivery(delivery: Delivery): Delivery {
  if (delivery.status !== 'accepted' && delivery.status !== 'repeated') return delivery;
  return {
    ...delivery,
    ...allRepeated(delivery),
    status: 'repeated',
    files: delivery.files.map((file) => ({ ...file, ...allRepeated(file) })),
    note: `The same file again: it is delivery ${delivery.id}. Nothing was counted twice.`,
  };
}

const allRepeated = ({ accepted, repeated }: { accepted: number; repeated: number }) => ({
  accepted: 0,
  repeated: accepted + repeated,
});
