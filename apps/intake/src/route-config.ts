import { FORM_LIMIT, type Takes } from '#armour';
import { DELIVERY_LIMIT } from '#domain';

/** A broken JSON file is a delivery to be kept and answered, not a request to be thrown away. Partners are counted by their key. */
export const DELIVERY = {
  takes: { as: 'bytes', bytes: DELIVERY_LIMIT } satisfies Takes,
  counted: 'elsewhere',
} as const;

/** Doors that want no body and take whatever a partner's library puts into one. */
export const BODILESS = {
  takes: { as: 'bytes', bytes: FORM_LIMIT } satisfies Takes,
  counted: 'elsewhere',
} as const;
