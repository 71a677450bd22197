import { z } from 'zod';

const maybe = z
  .string()
  .nullish()
  .transform((text) => text ?? null);
const id = z.union([z.string().min(1), z.number()]).transform(String);

export const neighbourhoodList = z.array(z.object({ id, name: z.string() }));

/** `GET {force}/{neighbourhood}/priorities`, in the shape of data.police.uk. */
export const priority = z.object({
  issue: z.string(),
  'issue-date': maybe,
  action: maybe,
  'action-date': maybe,
});

/** `GET {force}/{neighbourhood}/events`. Who to contact is left out: those are people. */
export const event = z.object({
  title: z
    .string()
    .nullish()
    .transform((text) => text ?? 'Event'),
  description: maybe,
  address: maybe,
  type: maybe,
  start_date: maybe,
  end_date: maybe,
});

/**
 * A page as this connector delivers it: several neighbourhoods with what was fetched for each. Items are checked one by one
 * when they become rows, so that a broken one is a rejected row and not a lost page.
 */
export const bundle = z.object({
  neighbourhoods: z.array(
    z.object({
      id,
      name: z.string(),
      priorities: z.array(z.unknown()).default([]),
      events: z.array(z.unknown()).default([]),
    }),
  ),
});
export type Bundle = z.output<typeof bundle>;

export const settings = z.strictObject({
  note: z.string().optional(),
  /** Only these neighbourhoods; all of the force where absent. */
  neighbourhoods: z.array(z.string().min(1)).min(1).optional(),
});
export type Settings = z.output<typeof settings>;
