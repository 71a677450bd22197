import { z } from 'zod';
import { isRecordedMonth, wardByCode } from '#domain';

/** `lat,lng:lat,lng:...`, as data.police.uk takes an area. Longer ones make an address that it refuses. */
const polygon = z
  .string()
  .max(1_800)
  .regex(/^(-?\d{1,3}(\.\d{1,8})?,-?\d{1,3}(\.\d{1,8})?)(:-?\d{1,3}(\.\d{1,8})?,-?\d{1,3}(\.\d{1,8})?){2,}$/);

const month = z.string().refine(isRecordedMonth, 'is not a month such as 2024-05');

export const settings = z.strictObject({
  note: z.string().optional(),
  /** What the series is called where it is shown. */
  title: z.string().min(1).max(200).default('Crime and anti-social behaviour recorded by police'),
  licence: z.string().min(1).max(200).default('Open Government Licence v3.0'),
  /** Who is to be named where the figures are shown. */
  attribution: z.string().min(1).max(300).default('data.police.uk'),
  /** Where counts before and after can't be compared: the first month of the new way, and from when it had settled. */
  breaks: z
    .array(
      z.strictObject({ month, settled: month.nullable().default(null), reason: z.string().min(10).max(600) }),
    )
    .max(20)
    .default([]),
  /** Only for a pull: which polygon is which ward. The interface says no ward of a crime by itself. */
  areas: z
    .array(
      z.strictObject({
        ward: z.string().refine((code) => wardByCode(code) !== null, 'is no ward of the city'),
        polygon,
      }),
    )
    .max(60)
    .optional(),
  /** Only for a pull: how many of the latest months are asked for. */
  months: z.number().int().min(1).max(60).default(24),
});
export type Settings = z.output<typeof settings>;

/** `GET crimes-street-dates`, in the shape of data.police.uk. */
export const dateList = z.array(z.object({ date: z.string().refine(isRecordedMonth) }));
/** `GET crime-last-updated`. */
export const lastUpdated = z.object({ date: z.string().min(4).max(40) });

const id = z.union([z.string().min(1).max(200), z.number()]).transform(String);

/** One crime of `GET crimes-street/all-crime`: of its place and outcome the hub keeps nothing. */
export const crime = z.object({ category: z.string().max(200), id, month: z.string().max(20) });
export const crimeList = z.array(crime);
export type Crime = z.output<typeof crime>;

/** A page as this connector delivers it: the crimes of one month by ward. Each is checked when it becomes a row. */
export const bundle = z.object({
  areas: z.array(z.object({ ward: z.string().max(40), crimes: z.array(z.unknown()) })),
});
