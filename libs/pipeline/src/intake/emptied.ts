import { whyEmptied, type Queryable, type WhyEmptied } from '#store';

const WORDS: Record<WhyEmptied, (delivery: number) => string> = {
  erasure: (delivery) =>
    `What was delivered as ${delivery} held rows of somebody who was erased, so its content is not kept.`,
  'agreement-ended': (delivery) =>
    `The content of delivery ${delivery} went when its data-sharing agreement had ended.`,
  'no-consent': (delivery) =>
    `Delivery ${delivery} held rows of people who gave no consent, so its content went after its time.`,
  unknown: (delivery) => `The content of delivery ${delivery} is not kept any more.`,
};

/** A delivery that can't be read as it came. */
export interface Emptied {
  code: 'delivery-erased' | 'delivery-emptied';
  why: WhyEmptied;
  /** A sentence that says why. */
  reason: string;
}

/** Why the delivery can't be read: the content of a file of it has gone. Null where all is there. */
export async function emptied(db: Queryable, delivery: number): Promise<Emptied | null> {
  const why = await whyEmptied(db, delivery);
  if (why === null) return null;
  const code = why === 'erasure' ? 'delivery-erased' : 'delivery-emptied';
  return { code, why, reason: WORDS[why](delivery) };
}
