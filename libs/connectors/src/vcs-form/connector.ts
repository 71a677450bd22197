import { z } from 'zod';
import { ENGAGEMENT_KINDS, PARTICIPATION_LEVELS, fail, ok, type Engagement } from '#domain';
import { cellOfPlain, documentConnector, type DocumentContent } from '../document-connector.js';
import { dated, submissionId } from '../mapping/preset.js';
import { describeIssues } from '../mapping/schema.js';

const maybe = z.string().nullable().default(null).catch(null);
const id = z.union([z.string().min(1), z.number()]).transform(String);

const filledForm = z.object({
  form: z.object({
    id,
    title: z.string().min(1),
    organisation: maybe,
    kind: z.enum(ENGAGEMENT_KINDS).default('survey').catch('survey'),
    participation: z.enum(PARTICIPATION_LEVELS).nullable().default(null).catch(null),
    opens: z.iso.date().nullable().default(null).catch(null),
    closes: z.iso.date().nullable().default(null).catch(null),
    audiences: z.array(z.string()).default([]).catch([]),
    decision_owner: maybe,
    can_still_change: maybe,
    url: maybe,
    fields: z
      .array(z.object({ key: z.string(), label: maybe }))
      .default([])
      .catch([]),
  }),
  submissions: z.array(
    z.object({
      id: id.nullable().default(null),
      submitted_at: maybe,
      channel: maybe,
      answers: z.record(z.string(), z.unknown()).default({}),
    }),
  ),
});
type FilledForm = z.output<typeof filledForm>;

/** A voluntary group's form: the form described once, then its submissions; pushed as one document or as a list of them. */
export default documentConnector({
  code: 'vcs-form',
  title: 'A form’s JSON',
  agencyKinds: ['vcs', 'council', 'police', 'health'],
  columns: [
    submissionId('id'),
    dated('submitted_at'),
    { as: 'channel', column: 'channel', optional: true, values: {} },
    { as: 'engagement-key', column: 'form_id', optional: true },
  ],
  extract: (document) => {
    const parsed = z.array(filledForm).safeParse(Array.isArray(document) ? document : [document]);
    return parsed.success
      ? ok(contentOf(parsed.data))
      : fail(`The file is not a filled form: ${describeIssues(parsed.error)}.`);
  },
});

function contentOf(forms: FilledForm[]): DocumentContent {
  const rows = forms.flatMap(({ form, submissions }) =>
    submissions.map(({ answers, id: submission, submitted_at, channel }) => ({
      id: submission,
      submitted_at,
      channel,
      form_id: form.id,
      ...Object.fromEntries(
        Object.entries(answers).map(([key, value]) => [answerKey(key), cellOfPlain(value)]),
      ),
    })),
  );
  const texts = forms.flatMap(({ form }) =>
    form.fields.flatMap(({ key, label }) => (label ? [[answerKey(key), label]] : [])),
  );
  return {
    rows,
    engagements: forms.map(engagementOf),
    questionTexts: Object.fromEntries(texts) as Record<string, string>,
  };
}

/** An answer must not pass for the submission's own id, date or channel. */
const OWN = new Set(['id', 'submitted_at', 'channel', 'form_id']);
const answerKey = (key: string): string => (OWN.has(key) ? `answers.${key}` : key);

function engagementOf({ form }: FilledForm): Engagement {
  return {
    key: form.id,
    title: form.title,
    kind: form.kind,
    participation: form.participation,
    opens: form.opens,
    closes: form.closes,
    channel: null,
    decisionOwner: form.decision_owner ?? form.organisation,
    canStillChange: form.can_still_change,
    targetCommunities: form.audiences,
    url: form.url,
  };
}
