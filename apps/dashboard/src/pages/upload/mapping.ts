/** The mapping document as far as this page edits it; whatever else it holds is carried along untouched. */
export interface Mapping {
  engagement?: { key: string; title: string; [more: string]: unknown };
  columns: Rule[];
  [more: string]: unknown;
}

export interface Rule {
  as: string;
  column?: string | number;
  [more: string]: unknown;
}

/** Is this a mapping whose columns can be edited here? Some connectors read their layout by themselves. */
export function isMapping(mapping: unknown): mapping is Mapping {
  return (
    typeof mapping === 'object' &&
    mapping !== null &&
    Array.isArray((mapping as { columns?: unknown }).columns)
  );
}

export interface Meaning {
  /** The rule in short, e.g. `respondent:postcode`. */
  code: string;
  name: string;
  group: string;
}

const meaning = (group: string, entries: Record<string, string>): Meaning[] =>
  Object.entries(entries).map(([code, name]) => ({ code, name, group }));

/** Everything that a column may be taken for, in words. */
export const MEANINGS: readonly Meaning[] = [
  ...meaning('What was said', {
    'question:free-text': 'Comment, in their own words',
    'question:choice': 'One choice',
    'question:multi-choice': 'Several choices in one cell',
    'question:scale': 'A scale',
    'question:number': 'A number',
    'question:ranking': 'An order in one cell',
    'question:matrix': 'Several items in one cell',
    'question:vote': 'A vote',
  }),
  ...meaning('The record', {
    'submission-id': 'Record number',
    date: 'When it was said',
    channel: 'How it came in',
    language: 'Language of the answer',
    place: 'A place that it is about',
    community: 'Community or group',
    'support:likes': 'Likes that the platform counted',
    'support:dislikes': 'Dislikes that the platform counted',
    'support:supports': 'Supporters that the platform counted',
    'support:endorsements': 'Endorsements that the platform counted',
    'support:agreements': 'Agreements that the platform counted',
    'support:votes': 'Votes that the platform counted',
    'support:picks': 'Picks that the platform counted',
    'engagement-key': 'Code of the engagement',
    'engagement-title': 'Name of the engagement',
  }),
  ...meaning('Who said it, kept apart', {
    'respondent:fullName': 'Full name',
    'respondent:givenName': 'First name',
    'respondent:familyName': 'Surname',
    'respondent:dateOfBirth': 'Date of birth',
    'respondent:email': 'Email',
    'respondent:phone': 'Telephone',
    'respondent:address': 'Address',
    'respondent:postcode': 'Postcode',
    'respondent:nhsNumber': 'NHS number',
    'respondent:systemId': 'Account number in your system',
    codes: 'Codes in place of names (hub-encode)',
  }),
  ...meaning('About them', {
    'demographic:age': 'Age',
    'demographic:sex': 'Sex',
    'demographic:gender': 'Gender',
    'demographic:gender-identity': 'Gender identity (same as at birth, trans)',
    'demographic:ethnic-group': 'Ethnic group',
    'demographic:disability': 'Disability',
    'demographic:religion': 'Religion',
    'demographic:sexual-orientation': 'Sexual orientation',
    'demographic:carer': 'Carer',
    'demographic:pregnancy': 'Pregnancy or maternity',
    'demographic:marriage': 'Marriage or civil partnership',
    'demographic:armed-forces': 'Armed forces',
    'demographic:tenure': 'Housing tenure',
    'demographic:employment': 'Employment',
  }),
  ...meaning('Nothing', { ignore: 'Leave out, not kept' }),
];

/** A rule in short: what the column is taken for. */
export function codeOf(rule: Rule | undefined): string {
  if (!rule) return 'ignore';
  if (rule.as === 'question') return `question:${String(rule['kind'] ?? 'free-text')}`;
  if (rule.as === 'respondent') return `respondent:${String(rule['field'])}`;
  if (rule.as === 'demographic') return `demographic:${String(rule['characteristic'])}`;
  if (rule.as === 'support') return `support:${String(rule['act'])}`;
  return rule.as;
}

export const meaningOf = (rule: Rule | undefined): string => {
  const code = codeOf(rule);
  if (rule?.as === 'options') return 'Several choices, one column each';
  if (rule?.as === 'matrix') return 'Several items, one column each';
  if (rule?.as === 'ranking') return 'An order, one column each';
  if (rule?.as === 'codes') return 'Codes in place of names (hub-encode)';
  return MEANINGS.find((one) => one.code === code)?.name ?? code;
};

/** The rule for a column, by its label or by its place from 1. */
export const ruleFor = (mapping: Mapping, label: string, position: number): Rule | undefined =>
  mapping.columns.find(
    (rule) => rule.column === label || rule.column === position + 1 || optionOf(rule, label, position),
  );

const optionOf = (rule: Rule, label: string, position: number): boolean => {
  const { columns } = rule as { columns?: unknown };
  if (Array.isArray(columns)) return columns.includes(label);
  return (
    typeof columns === 'object' && columns !== null && (label in columns || String(position + 1) in columns)
  );
};

/** A key of lower-case words, as the mapping wants it. */
export const keyFrom = (label: string, fallback: string): string =>
  label
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 60) || fallback;

/** A fresh rule that takes a column for something. */
export function ruleOf(code: string, label: string, position: number, taken: ReadonlySet<string>): Rule {
  const [as = 'ignore', detail] = code.split(':');
  const column = label || position + 1;
  if (as === 'question') {
    let key = keyFrom(label, `question-${position + 1}`);
    for (let copy = 2; taken.has(key); copy++) key = `${keyFrom(label, 'question')}-${copy}`;
    return { as, column, key, kind: detail ?? 'free-text' };
  }
  if (as === 'respondent') return { as, column, field: detail };
  if (as === 'demographic') return { as, column, characteristic: detail };
  if (as === 'support') return { as, column, act: detail };
  if (as === 'codes') return { as, kind: 'keys', project: '', columns: [label] };
  return { as, column };
}

/** What of a rule stays true when its column is taken for something else of the same sort. */
function carried(old: Rule, rule: Rule): Rule {
  if (old.as !== rule.as) return rule;
  const { kind, field, characteristic, ...kept } = old;
  const own = {
    kind: rule['kind'],
    field: rule['field'],
    characteristic: rule['characteristic'],
    act: rule['act'],
  };
  const said = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined));
  // What answers of one characteristic mean says nothing about another.
  if (old.as === 'demographic' && characteristic !== rule['characteristic']) return rule;
  return { ...kept, ...said } as Rule;
}

/** The mapping with one column taken for something else. */
export function withMeaning(mapping: Mapping, label: string, position: number, code: string): Mapping {
  const old = ruleFor(mapping, label, position);
  const others = mapping.columns.filter((rule) => rule !== old);
  const taken = new Set(others.flatMap((rule) => (typeof rule['key'] === 'string' ? [rule['key']] : [])));
  const fresh = ruleOf(code, label, position, taken);
  const rule = old ? carried(old, fresh) : fresh;
  const columns = old ? mapping.columns.map((one) => (one === old ? rule : one)) : [...mapping.columns, rule];
  return { ...mapping, columns };
}

const UNNAMED = 'engagement-to-be-named';

/** What still keeps a mapping from being used, in words; each names the field that mends it. */
export function mappingProblems(mapping: Mapping): { field: string; words: string }[] {
  const has = (...any: string[]) => mapping.columns.some((rule) => any.includes(rule.as));
  const problems = [];
  const { engagement } = mapping;
  if (!has('engagement-key') && (!engagement || engagement.key === UNNAMED || !engagement.title.trim())) {
    problems.push({ field: 'engagement-title', words: 'Say which engagement these rows belong to' });
  }
  if (!has('question', 'options', 'matrix', 'ranking', 'place', 'community', 'demographic')) {
    problems.push({ field: 'columns', words: 'Say which column holds what people said' });
  }
  return problems;
}

/** The mapping with its engagement named; the key follows from the name. */
export const withEngagement = (mapping: Mapping, title: string): Mapping => ({
  ...mapping,
  engagement: { ...mapping.engagement, title, key: keyFrom(title, UNNAMED) },
});

export const engagementTitle = (mapping: Mapping): string =>
  mapping.engagement && mapping.engagement.key !== UNNAMED ? mapping.engagement.title : '';
