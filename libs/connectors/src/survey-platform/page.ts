import { z } from 'zod';
import { ENGAGEMENT_KINDS, PARTICIPATION_LEVELS } from '#domain';

/** Text, or nothing. Ids may be written as numbers. */
const id = z.union([z.string().min(1), z.number()]).transform(String);
const maybe = z.string().nullable().default(null).catch(null);
/** The day of a date or an instant. */
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}/)
  .transform((text) => text.slice(0, 10))
  .nullable()
  .default(null)
  .catch(null);

const response = z.object({ response_id: id, value: z.unknown() });
const component = z.object({ id, label: maybe, type: maybe, responses: z.array(response).default([]) });
const question = z.object({ title: maybe, components: z.array(component).default([]) });
const surveyPage = z.object({ questions: z.array(question).default([]) });
const submission = z.object({ response_id: id, submitted_at: maybe, channel: maybe });

const activity = z.object({
  id,
  title: z.string().min(1),
  url: maybe,
  type: z.enum(ENGAGEMENT_KINDS).default('consultation').catch('consultation'),
  participation: z.enum(PARTICIPATION_LEVELS).nullable().default(null).catch(null),
  start_date: day,
  end_date: day,
  audiences: z.array(z.string()).default([]).catch([]),
  decision_owner: maybe,
  can_still_change: maybe,
  survey: z
    .object({ pages: z.array(surveyPage).default([]) })
    .nullable()
    .default(null),
  /** Who answered and when; a platform that leaves it out is understood by its responses alone. */
  submissions: z.array(submission).default([]),
});

/** One page of the data API. */
export const page = z.object({
  activities: z.array(activity),
  /** Where to go on, now or another day. */
  cursor: z.union([z.string(), z.number()]).transform(String).nullable().default(null),
  /** Null on the last page. Only whether it is there counts: pages are fetched from the source's own address. */
  next: z.string().nullable().default(null),
});

export type Activity = z.output<typeof activity>;
