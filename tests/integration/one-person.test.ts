import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { GraphQLSchema } from 'graphql';
import { erasePeople, publishEdition, refreshWorkingFacts, reports } from '#facts';
import { Database, setSourceKey } from '#store';
import {
  everyQuestion,
  everythingSaid,
  numericFields,
  schemaOf,
  type Said,
} from '../support/every-answer.js';
import { intakeApp } from '../support/intake-app.js';
import { idOf, plantHub, plantThemes } from '../support/small-hub.js';
import { startApi, type TestApi } from './api-server.js';
import { keyTold, pagesTold, releaseReport } from './one-person-pages.js';

/**
 * One person of the health agency comes, alone and then with four others, and is erased. Whoever asks anything without a right to that agency's rows, the
 * public, a whole staff of the council in every role and its system by the source's key, is told nothing of it: not by any answer, page, feed or file, nor by what
 * two of them differ in.
 */
const SIZE = { submissions: 1_003, people: 452, seed: 21 };
const PLANTED = idOf('one-person');
/** What an account may hold: a row of each is asked everything. */
const STAFF = ['partner', 'lead', 'analyst', 'editor', 'reviewer', 'officer', 'duty'] as const;
const RUN = '2026-01-01T00:00:00Z';

/** What each number of the schema counts. A new one must be put here: that is the point. */
const RELEASED = 'rounded to five and told anew only once five have moved, or made of such';
const OWN = 'rows of the asker’s own agencies, or the asker’s own work';
const SAMPLE = 'a share of comments with its range: told anew only once five of the sample have moved';
const NO_COUNT = 'counts no people, submissions or comments';
const KINDS: Record<string, Record<string, string>> = {
  [RELEASED]: {
    AnswerOption: 'people percent low high', DecisionAnswer: 'people', Answers: 'base rest within', MeasureAsking: 'base high low men share women', MeasureChange: 'high low points', OpenQuestion: 'people', Points: 'high low points', ScaleNet: 'bad good high low net', WeightedAnswers: 'effective', WeightedOption: 'high low percent', Results: 'heard', QuestionResult: 'notAnswered', Asking: 'people', VotedStatement: 'voted agree disagree pass agreePercent disagreePercent passPercent', Votes: 'voters groups', SupportCount: 'times',
    Count: 'value', PeopleCount: 'value low high', PublishedFigure: 'asCounted base', FigureList: 'low high', Share: 'value low high', Rate: 'value low high',
    ReceiptStep: 'count', MovedFigure: 'before after change', LinkageRun: 'records pairs thin', LinkRate: 'records people thin',
    EstimatedShare: 'value low high', WeightedShare: 'value low high', WeightedTheme: 'asHeard', WeightedThemes: 'base effective missing',
    CoderRun: 'done total', CoderModel: 'codings', ModelComparison: 'compared changed audited f1Before f1After',
    ComparedTheme: 'before after gained lost f1Before f1After times', CodingProgress: 'done total', EditionDifference: 'same', RelativeChange: 'value low high', StatementNumbers: 'before difference heard p standardError', BesideInterval: 'value low high',
  },
  [SAMPLE]: { ThemeShare: 'value low high audited', GradeToLift: 'auditedYes positives precision precisionLow recall recallLow' },
  [OWN]: {
    GroupVotes: 'agree disagree pass', VotedStatement: 'consensus', ThemeAmong: 'people percent', CodingAgreement: 'audited codedTwice', ThemeAgreement: 'alpha codedTwice humanF1 kappa modelF1', CommentToCode: 'sameArgument',
    Delivery: 'rows accepted repeated rejected leftOut usedWithoutInAll', DeliveredFile: 'rows accepted repeated rejected leftOut', DeliveryPreview: 'rowCount',
    LeftOutRows: 'inAll rows', QuarantinedRow: 'row', Rejection: 'row', MatchPair: 'gain probability start weight', MatchEvidence: 'weight',
    MatchProgress: 'agreed decided decidedToday modelRight sureOfModel twice unsure waiting', MatchRecord: 'personRecords',
    EmergingScan: 'comments', EmergingTopic: 'comments expected mentions people', SubmissionConnection: 'totalCount', ThemeSuggestion: 'comments', Workbench: 'auditLeft batchLeft disagreements safeguarding secondLeft toRecode',
    CodebookDraft: 'checked taught uncoded', DraftTheme: 'comments', FamilySorting: 'likelihood', OwnCoding: 'answers checked codings f1 leftOut more none one two', ThemeCount: 'answers', ThemesTogether: 'answers', OwnStance: 'checked checkedKappa codings error kappa needed rulesKappa', SideCounts: 'against both for neither',
    FoundComment: 'sameArgument', FoundComments: 'arguments byMeaning byWords comments fresh submissions', SavedCounts: 'comments fresh', FoundCount: 'comments', Query: 'answersWithoutCode', ReceiptCode: 'row', Wait: 'many',
    FlaggedComment: 'chance score', RiskLooks: 'learnt phrases waiting', RiskSign: 'chance', AssignedTheme: 'probability', AssignmentLine: 'probability codebookVersion', SuggestedTheme: 'probability codebookVersion', PreviewColumn: 'confidence position',
  },
  [NO_COUNT]: {
    AnswerOption: 'side', AskedBefore: 'agencies edition wordings', AskedWording: 'times', JoiningSuggestion: 'alike', MeasureAdvice: 'joins', MeasureLine: 'agencies times', MeasureOverTime: 'agencies times', MeasurePair: 'before now', PublishedReport: 'edition',
    ReportDraft: 'edition version', ThemeGrade: 'codebookVersion', CodebookRun: 'tookMs version', OwnCodebook: 'inForce newest',
    EmergingTopic: 'weeks', EmergingTopics: 'falseAYear', Alarm: 'times', Rule: 'version', SignInLink: 'minutes', AnswerPromise: 'months', Decision: 'daysLate version', DecisionConnection: 'totalCount records years decidedYears doneYears', WaitingTold: 'edition', DecisionFigure: 'edition',
    DecisionQuote: 'edition', DecisionRowProblem: 'row', DecisionVersion: 'number', OwnDecisionConnection: 'totalCount', UploadedDecisions: 'saved', WaitingVoices: 'daysLate inPart months', Proposal: 'edition',
    StateCounts: 'all done late planned underWay willNotDo',
    Area: 'adults column residents row', Codebook: 'version', CodebookVersion: 'themes version', CoderModel: 'codebookVersion', CoderRun: 'edition tookMs',
    ContextPoint: 'value', RecordedMonth: 'count', RecordOfWard: 'count', RecordedKind: 'month year yearBefore', Delivery: 'countsFromEdition', Edition: 'before number', EngagementConnection: 'totalCount', FigureColumns: 'rows', FigureConnection: 'totalCount',
    Freshness: 'daysLate', PersonsCoding: 'codebookVersion', Rate: 'per residents', Reference: 'value', ThemeShares: 'edition', Workbench: 'codebookVersion',
  },
}; // prettier-ignore
const KNOWN = Object.values(KINDS).flatMap((types) =>
  Object.entries(types).flatMap(([type, fields]) => fields.split(' ').map((field) => `${type}.${field}`)),
);
/** Of the released ones, those that are counts themselves: nothing but a multiple of five may stand there. */
const COUNTS =
  'AnswerOption.people DecisionAnswer.people Answers.base Asking.people MeasureAsking.base OpenQuestion.people Results.heard QuestionResult.notAnswered VotedStatement.voted VotedStatement.agree VotedStatement.disagree VotedStatement.pass Votes.voters Votes.groups SupportCount.times Count.value PeopleCount.value PublishedFigure.asCounted PublishedFigure.base ReceiptStep.count ' +
  'LinkageRun.records LinkageRun.pairs LinkageRun.thin LinkRate.records LinkRate.people LinkRate.thin CoderRun.done CoderRun.total CoderModel.codings ' +
  'ModelComparison.compared ModelComparison.changed ModelComparison.audited ComparedTheme.before ComparedTheme.after ComparedTheme.gained ComparedTheme.lost ThemeShare.audited';

/** Texts that are times, or told of the newest thing there is, and numbers of editions: not of people. */
const TIMES =
  /\.([a-z]*edition\.before|publishedAt|asOf|finishedAt|askedAt|madeAt|at|signedInAt|linkUntil|endedAt|hash|fingerprint|id|number|edition|tookMs)$/i;

/** Which edition a page is of, as its head, its addresses and its data say it; a bare number of no more than ten counts nobody. */
const EDITION_OF_PAGE =
  /("edition":\{"number":\d,"hash":"\w+","fingerprint":"[\w ]+","publishedAt":"[^"]+"|· published [^<]*fingerprint \w{4} \w{4}|edition \d, fingerprint \w{4} \w{4}|edition[= ]\d|(?<= )\d$)/gi;

let api: TestApi;
let worker: Database;
let schema: GraphQLSchema;
let council: string;
let intake: Database;
let push: NestFastifyApplication;
beforeAll(async () => {
  api = await startApi(
    async ({ admin }) => {
      await plantHub(admin, SIZE);
      await plantThemes(admin, SIZE);
      await run({ more: 0 }, admin);
      // What others said last is newer than anything of the person's agency: how far the whole hub's data reach is no question here.
      await admin.query(
        `UPDATE engagement.submission SET submitted_on = '2025-11-15' WHERE source = 'health' AND submitted_on > '2025-11-15'`,
      );
      await admin.query(
        `UPDATE intake.delivery SET received_at = '2026-04-01', data_to = CASE source WHEN 'city' THEN '2026-06-30' ELSE '2025-11-15' END::date`,
      );
    },
    [],
    ['127.0.0.1'],
  );
  worker = await Database.open(api.database.urlFor('worker'));
  await publishEdition(worker);
  schema = await schemaOf((query) => api.ask(query));
  await releaseReport(api);
  await setSourceKey(worker, 'city', 'key-of-the-city');
  intake = await Database.open(api.database.urlFor('intake'));
  push = await intakeApp(intake);
});
afterAll(async () => {
  await push?.close();
  await Promise.all([worker?.close(), intake?.close()]);
  await api?.stop();
});

/** Runs of matching and of the coder, as they are written down when so many more people and comments are there. */
async function run({ more }: { more: number }, admin = api.database.admin): Promise<void> {
  const { submissions, people } = SIZE;
  const report = {
    precision: { value: 0.9249 + more / 1e4, low: 0.9, high: 0.95 },
    recall: { value: 0.8, low: 0.7249 + more / 1e4, high: 0.9 },
    thin: 12 + more,
    pairs: 62 + more,
    rates: [
      { by: 'sex', group: 'male', records: 477 + more, people: 302 + more, thin: 2, linked: { value: 0.5, low: 0.4, high: 0.6 }, differs: more > 0 },
      ...(9 + more >= 10 ? [{ by: 'age', group: '0-14', records: 9 + more, people: 9 + more, thin: 0, linked: { value: 0, low: 0, high: 0.3 }, differs: false }] : []),
    ],
  }; // prettier-ignore
  await admin.query(
    `INSERT INTO linkage.run (model, model_version, kind, finished_at, records, people, people_low, people_high, report) VALUES ('exact', 1, 'bulk', $1, $2, $3, $4, $5, $6)`,
    [RUN, submissions + more, people + more, people - 12 + more, people + 7 + more, JSON.stringify(report)],
  );
  const counts = {
    before: 42 + more,
    after: 47 + more,
    gained: 7 + more,
    lost: 2,
    f1Before: 0.7249 + more / 1e4,
    f1After: 0.8,
  };
  const comparison = { compared: 902 + more, changed: 17 + more, audited: 62 + more, f1Before: 0.7249 + more / 1e4, f1After: 0.8, examples: [],
    themes: [{ theme: 'litter', ...counts }] }; // prettier-ignore
  await admin.query(
    `INSERT INTO coding.run (kind, state, stage, done, total, actor, asked_at, comparison) VALUES ('train', 'done', '', $1, $1, 'made-up', $2, $3)`,
    [902 + more, RUN, JSON.stringify(comparison)],
  );
}

/** The person, with all that a person brings. */
async function come(): Promise<void> {
  const plant = (sql: string, values: unknown[] = [PLANTED]) => api.database.admin.query(sql, values);
  // In a delivery of today, with a day that nobody of the agency has spoken since.
  await plant(
    `INSERT INTO intake.delivery (agency, source, content_hash, way, status, "rows", accepted, repeated, rejected, data_to)
     VALUES ('health', 'health', 'one', 'push', 'accepted', 1, 1, 0, 0, '2025-12-10')`,
    [],
  );
  await plant(
    `INSERT INTO engagement.submission (id, agency, source, engagement, delivery, file, "row", content_hash, submitted_on, ward)
     SELECT $1, 'health', 'health', 'survey-0', id, 'one.csv', 1, 'one', '2025-12-10', 'E05002078' FROM intake.delivery WHERE content_hash = 'one'`,
  );
  await plant(
    `INSERT INTO intake.row_outcome (agency, delivery, file, "row", outcome, record) SELECT agency, delivery, 'one.csv', 1, 'accepted', id FROM engagement.submission WHERE id = $1`,
  );
  await plant(
    `INSERT INTO coding.coded (submission, agency, has_text, no_answer, safeguarding, personal_data, argument, codebook, codebook_version, model_version, coded_at)
     VALUES ($1, 'health', true, false, false, '{}', $1, 'small', 1, 'phrases 1', now())`,
  );
  await plant(
    `INSERT INTO coding.assignment (agency, submission, theme, decision, source, actor, codebook, codebook_version, probability)
     VALUES ('health', $1, 'litter', 'assign', 'rule', 'made-up', 'small', 1, 0.9)`,
  );
  await plant(
    `INSERT INTO engagement.answer (agency, submission, engagement, question, text) VALUES ('health', $1, 'survey-0', 'q', 'A made-up comment of one')`,
  );
  await plant(
    `INSERT INTO engagement.demographic (agency, submission, characteristic, as_asked, wording, code)
     SELECT 'health', $1, x.c, x.v, 'made-up', x.v FROM (VALUES ('sex', 'male'), ('age', '0-14'), ('disability', 'yes')) x(c, v)`,
  );
  await plant(
    `INSERT INTO engagement.mention (agency, submission, kind, label) VALUES ('health', $1, 'interest', 'CARERS')`,
  );
  await plant(
    `INSERT INTO vault.respondent (submission, agency, source, given_name) VALUES ($1, 'health', 'health', 'Synthetic')`,
  );
  await refreshWorkingFacts(worker);
}

const four = (): Promise<unknown> =>
  api.database.admin.query(
    `INSERT INTO engagement.submission (id, agency, source, engagement, delivery, file, "row", content_hash, submitted_on, ward)
     SELECT gen_random_uuid(), 'force', 'force', 'survey-1', 2, 'four.csv', n, 'four', '2025-01-15', 'E05002081' FROM generate_series(1, 4) n`,
  );

/** How each question that needs saying is asked. @param edition of which; the latest where null */
async function ways(edition: number | null): Promise<Record<string, string[]>> {
  const of = edition === null ? '' : `, edition: ${edition}`;
  const list = await reports();
  const cuts = list.flatMap(({ code, dimensions }) =>
    dimensions.map((by) => `report: "${code}", by: [${by.replace('-', '_').toUpperCase()}], first: 30${of}`),
  );
  const NOBODY = '00000000-0000-8000-8000-000000000000';
  return {
    figures: [// All of them are asked as columns: here some, with their receipts.
      ...cuts.filter((_, at) => at % 4 === 0), `report: "themes-by-community", by: [WARD], filter: { agency: ["health"], theme: ["litter"] }, first: 30${of}`],
    figureColumns: cuts.map((cut) => cut.replace(', first: 30', '')),
    answers: ['city', 'health'].map((agency) => `engagement: "${agency}/survey-0"${of}`),
    votes: ['city', 'health'].map((agency) => `engagement: "${agency}/survey-0"${of}`),
    areaOfPostcode: ['postcode: "PL4 8AA"'],
    edition: edition === null ? [''] : [`number: ${edition}`],
    editionDifference: ['from: 1, to: 1, report: "themes-by-community", by: [WARD]'],
    engagement: ['city', 'health'].map((agency) => `agency: "${agency}", key: "survey-0"${of}`),
    engagements: [edition === null ? '' : `edition: ${edition}`],
    communities: [edition === null ? '' : `edition: ${edition}`],
    codebook: [`code: "small"${of}`],
    themeShares: ['', 'agency: "health"', 'agency: "city"', 'community: "carers"'].map((who) => `${who}${who ? of : of.slice(2)}`),
    weightedThemes: [edition === null ? '' : `edition: ${edition}`],
    linkageRuns: ['first: 1', 'first: 1, kind: BULK'],
    commentToCode: [`submission: "${PLANTED}"`],
    respondent: [`submission: "${PLANTED}", reason: "a check"`],
    commentAsWritten: [`submission: "${PLANTED}", reason: "a check of it"`],
    matchesOf: [`submission: "${PLANTED}"`],
    matchPair: [`a: "${PLANTED}", b: "${NOBODY}"`],
    delivery: ['id: "1"', 'id: "3"'],
    answersWithoutCode: ['delivery: "1"', 'delivery: "3"'],
    findComments: ['words: "litter"'],
    askedBefore: ['words: "survey"'],
    codebookDraft: ['code: "none-such"'],
    draftTheme: ['codebook: "none-such", theme: "1"'],
    nextToCode: ['codebook: "none-such"'],
    quotes: [`theme: "litter"${of}`],
    measure: [`code: "safe-after-dark"${of}`],
    reportDraft: [`id: "1"`],
    equalityDraft: [`kind: "theme", subject: "litter"`, `kind: "ward", subject: "E05002078"`].map((one) => `${one}, edition: ${edition ?? 1}`),
    coderRun: ['id: "1"'],
    nextComments: ['BATCH', 'SECOND', 'AUDIT'].map((pile) => `pile: ${pile}`),
    decision: [`id: "${NOBODY}"`],
    decisionVersions: [`id: "${NOBODY}"`],
    ownDecision: [`id: "${NOBODY}"`],
    ownDecisionsFile: ['agency: "city"'],
    figure: [`id: "themes-by-community", edition: ${edition ?? 1}`],
    releasedQuotes: [`theme: "litter", edition: ${edition ?? 1}`],
    source: ['code: "city"', 'code: "health"'],
  }; // prettier-ignore
}

/** What brings whole comments, figures or receipts with it, in lists of lists: more than one question may ask for. */
const DEPTHS = {
  themeSuggestions: 1,
  decision: 2,
  decisionVersions: 2,
  decisions: 2,
  ownDecision: 2,
  ownDecisions: 2,
};

let asked = 0;
/** Each from an address of its own: many questions in a minute from one are turned away. */
const address = (): string => `198.51.${(asked >> 8) % 256}.${asked++ % 256}`;

async function ask(
  query: string,
  as?: string,
): Promise<{ data: unknown; errors: { extensions: { code: string } }[] }> {
  const response = await fetch(`${api.address}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-forwarded-for': address(),
      ...(as ? { cookie: as } : {}),
    },
    body: JSON.stringify({ query }),
  });
  const { data, errors = [] } = (await response.json()) as Awaited<ReturnType<typeof ask>>;
  return { data, errors };
}

/** Everything that the public, the council's staff, an administrator and the council's system are told, a line each. */
async function told(edition: number | null = null): Promise<{ lines: string[]; said: Said[] }> {
  // Where the asker is signed in, and how often who was refused, move by the asking itself.
  const questions = everyQuestion(schema, await ways(edition), DEPTHS).filter(
    (question) => !/^\{ (ownSessions|alarms)\b/.test(question),
  );
  council = await api.signIn('Council', [...STAFF], ['city']);
  const keeper = await api.signIn('Keeper', ['administrator'], []);
  const lines: string[] = [];
  const all: Said[] = [];
  // An administrator stands for no agency: one way of asking each thing shows whether the role opens it.
  const fields = new Set<string>();
  const once = questions.filter((question) => {
    const field = /^\{ \w+/.exec(question)![0];
    return !fields.has(field) && fields.add(field);
  });
  for (const [who, as, asks] of [
    ['public', undefined, questions],
    ['council', council, questions],
    ['administrator', keeper, once],
  ] as const) {
    lines.push(
      ...(await pagesTold(api, edition ?? 1, { address, cookie: as })).map((line) => `${who} ${line}`),
    );
    // prettier-ignore
    for (const question of asks) {
      const answer = await ask(question, as);
      const said = everythingSaid(answer.data);
      all.push(...said);
      const name = question.slice(2, question.indexOf('{', 2));
      for (const { path, value } of said)
        if (!TIMES.test(path)) lines.push(`${who} ${name}${path} = ${JSON.stringify(value)}`);
      lines.push(`${who} ${name} errors ${JSON.stringify(answer.errors.map(({ extensions }) => extensions.code))}`);
    }
  }
  lines.push(...(await keyTold(await push.getUrl())).map((line) => `the council's key ${line}`));
  return { lines: [...new Set(lines)].sort(), said: all };
}

const differing = (one: string[], other: string[]): string[] => {
  const [a, b] = [new Set(one), new Set(other)];
  return [...one.filter((line) => !b.has(line)).map((line) => `- ${line}`), ...other.filter((line) => !a.has(line)).map((line) => `+ ${line}`)]; // prettier-ignore
};

test('every number of the schema is known for what it counts', () => {
  const fields = numericFields(schema);
  expect(fields.filter((field) => !KNOWN.includes(field))).toEqual([]);
  expect(KNOWN.filter((field) => !fields.includes(field))).toEqual([]);
});

test('every question is answered, or refused for a reason that a person gave it', async () => {
  const { lines, said } = await told();
  expect(lines.filter((line) => /errors .*(INTERNAL|BAD_REQUEST)/.test(line) && !/figures|figureColumns|answers/.test(line))).toEqual([]); // prettier-ignore
  expect(said.length).toBeGreaterThan(2_000);
  const counts = said.filter(({ field }) => COUNTS.split(' ').includes(field));
  expect(counts.length).toBeGreaterThan(500);
  expect(counts.filter(({ value }) => typeof value === 'number' && value % 5 !== 0)).toEqual([]);
});

test('one who comes alone, and goes again, is told by no answer and no difference of two', async () => {
  const before = await told();
  await come();
  await run({ more: 1 });
  expect(await publishEdition(worker)).toMatchObject({ status: 'waiting', edition: 1 });
  expect(differing(before.lines, (await told()).lines)).toEqual([]);
});

test('one who comes with four others, and is erased, is told by no answer and no difference of two', async () => {
  await four();
  expect(await publishEdition(worker)).toMatchObject({ status: 'published', edition: 2 });
  const [first, second] = [await told(1), await told(2)];
  expect(await erasePeople(worker, [PLANTED])).toMatchObject({ status: 'erased', submissions: 1 });
  await run({ more: 0 });
  expect(differing(second.lines, (await told(2)).lines)).toEqual([]);
  expect(differing(first.lines, (await told(1)).lines)).toEqual([]);
  expect(await publishEdition(worker)).toMatchObject({ status: 'published', edition: 3 });
  const third = await told(3);
  const ofEdition = ({ lines }: { lines: string[] }): string[] =>
    lines
      .filter((line) => !/^\w+ editions /.test(line))
      .map((line) => line.replace(/edition: \d/g, 'edition').replace(/number: \d/, 'number'))
      .map((line) => (/^\w+ \//.test(line) ? line.replace(EDITION_OF_PAGE, 'the edition') : line));
  expect(differing(ofEdition(second), ofEdition(third))).toEqual([]);
}, 240_000);
