import { z } from 'zod';
import { badRequest } from '../graphql/errors.js';

const code = z.string().min(1).max(80);

/** A source that is made with its first file. */
const newSource = z.strictObject({
  name: z.string().trim().min(2).max(120),
  agency: code,
  agreement: z.string().min(1).max(120),
});

const lookAbout = z.strictObject({
  /** The source it belongs to; absent for a layout that nobody has met. */
  source: code.optional(),
  /** As a person has it by now; absent: as the source is read, or as the hub recognises it. */
  mapping: z.unknown().optional(),
  fresh: z.boolean().default(false),
});

const sendAbout = z.strictObject({
  source: code.optional(),
  newSource: newSource.optional(),
  /** For this file alone; absent: as the source is read. */
  mapping: z.unknown().optional(),
  /** How the files of the source are read from now on; absent: as before. */
  remember: z.unknown().optional(),
  /** The delivery whose mended rows these are. */
  mends: z
    .string()
    .regex(/^[1-9]\d{0,14}$/)
    .optional(),
});

export type LookAbout = z.output<typeof lookAbout>;
export type SendAbout = z.output<typeof sendAbout>;

function checked<T>(schema: z.ZodType<T>, about: unknown): T {
  const parsed = schema.safeParse(about);
  if (parsed.success) return parsed.data;
  const { path, message } = parsed.error.issues[0]!;
  throw badRequest(`What is said about the file can not be used: ${path.join('.') || 'about'}: ${message}.`);
}

/** @throws ApiError BAD_REQUEST naming the part that is wrong */
export const lookAboutOf = (about: unknown): LookAbout => checked(lookAbout, about);
/** @throws ApiError BAD_REQUEST naming the part that is wrong */
export const sendAboutOf = (about: unknown): SendAbout => checked(sendAbout, about);
