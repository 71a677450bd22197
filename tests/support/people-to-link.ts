import type { SheetMappingInput } from '#connectors';
import { IDENTIFYING_FIELDS } from '#domain';
import { recordsForLinkage } from '#demo';
import { deliverAndWait } from '#pipeline';
import { addAgency, addAgreement, addSource, type Database } from '#store';

type Line = ReturnType<typeof recordsForLinkage> extends Generator<{ record: infer R }> ? R : never;

const FIELDS = {
  Given: 'givenName',
  Family: 'familyName',
  Born: 'dateOfBirth',
  Email: 'email',
  Phone: 'phone',
  Address: 'address',
  Postcode: 'postcode',
} as const;
const MAPPING: SheetMappingInput = {
  engagement: { key: 'heard', title: 'Have your say' },
  columns: [
    { as: 'submission-id', column: 'Ref' },
    ...Object.entries(FIELDS).map(([column, field]) => ({ as: 'respondent' as const, column, field })),
    { as: 'demographic', column: 'Sex', characteristic: 'sex', values: { F: 'female', M: 'male' } },
    { as: 'question', column: 'Said', key: 'said' },
  ],
};
export const AGENCIES = ['council', 'together'] as const;
export type TestAgency = (typeof AGENCIES)[number];

/** Two agencies whose agreements let their people be matched, with a spreadsheet source each. */
export async function takeOnAgencies(worker: Database): Promise<void> {
  for (const agency of AGENCIES) {
    await addAgency(worker, {
      code: agency,
      name: `Demonstration ${agency}`,
      kind: agency === 'council' ? 'council' : 'vcs',
    });
    await addAgreement(worker, {
      agency,
      id: 'a1',
      purposes: ['engagement-analysis', 'record-linkage'],
      lawfulBasis: 'public task',
      fields: [...IDENTIFYING_FIELDS, 'sex', 'free-text'],
      from: '2020-01-01',
      until: null,
    });
    await addSource(worker, {
      code: `${agency}-survey`,
      agency,
      name: `${agency} survey`,
      connector: 'spreadsheet',
      mapping: MAPPING,
      fieldKinds: [],
      agreement: 'a1',
      pullAddress: null,
      schedule: null,
    });
  }
}

/** Synthetic people with the demonstration city's errors, half of them heard by each agency, with the truth by reference. */
export function syntheticPeople(
  n: number,
  seed: number,
): { agency: TestAgency; line: Line; person: number }[] {
  return [...recordsForLinkage({ n, seed })].map(({ record: line, person }, at) => ({
    agency: AGENCIES[at % 2]!,
    line,
    person,
  }));
}

/** Delivers lines to their agencies' sources, as files from the command line. */
export async function deliverLines(
  worker: Database,
  lines: readonly { agency: TestAgency; line: Line }[],
): Promise<void> {
  for (const agency of AGENCIES) {
    const own = lines.filter((one) => one.agency === agency);
    if (own.length === 0) continue;
    const rows = own.map(({ line }) =>
      [
        line.id,
        ...Object.values(FIELDS).map((field) => line[field] ?? ''),
        line.sex === 'female' ? 'F' : line.sex === 'male' ? 'M' : '',
        'Mend the lamps',
      ]
        .map((cell) => `"${String(cell).replaceAll('"', '""')}"`)
        .join(','),
    );
    const header = ['Ref', ...Object.keys(FIELDS), 'Sex', 'Said'].join(',');
    const outcome = await deliverAndWait(worker, {
      source: `${agency}-survey`,
      mapping: null,
      files: [
        {
          name: `${own[0]!.line.id}.csv`,
          mediaType: 'text/csv',
          bytes: Buffer.from([header, ...rows].join('\n')),
        },
      ],
    });
    if (!outcome.ok) throw new Error(outcome.error.code);
    if (outcome.value.accepted < own.length * 0.8)
      throw new Error(`only ${outcome.value.accepted} of ${own.length} rows were taken`);
  }
}
