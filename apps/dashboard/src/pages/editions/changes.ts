import { count, signed } from '../../figures/format';
import type { EditionPartsQuery } from '../../gql/graphql';
import { METHODS } from '../../receipt/made-by';

type Parts = NonNullable<EditionPartsQuery['edition']>;

export interface ChangeLine {
  kind: 'Correction' | 'New data' | 'Method' | 'Missing' | 'Note';
  title: string;
  words: string;
}

const flat = (versions: unknown): Map<string, string> =>
  new Map(
    Object.entries((versions ?? {}) as Record<string, unknown>).map(([name, version]) => [
      name,
      typeof version === 'object' ? JSON.stringify(version) : String(version),
    ]),
  );

function methodLines(now: Parts, before: Parts): ChangeLine[] {
  const was = flat(before.versions);
  return [...flat(now.versions)]
    .filter(([name, version]) => was.get(name) !== version)
    .map(([name]) => ({
      kind: 'Method' as const,
      title: METHODS[name] ?? 'How figures are made',
      words: `changed since edition ${before.number}`,
    }));
}

/** What was checked again, or is told by another rule: figures move by it though nothing came in. */
const toldLines = ({ toldOtherwise }: Parts): ChangeLine[] =>
  toldOtherwise.length > 0
    ? [{ kind: 'Method', title: 'How figures are told', words: toldOtherwise.join(' ') }]
    : [];

function dataLines(now: Parts, before: Parts): ChangeLine[] {
  const find = (parts: Parts, name: string) =>
    parts.receipt.steps.find((step) => step.name === name)?.count ?? null;
  return now.receipt.steps.flatMap((step): ChangeLine[] => {
    const was = find(before, step.name);
    if (step.kind === 'less' || step.count === null || was === null || was === step.count) return [];
    return [
      {
        kind: 'New data',
        title: `${step.name}: ${count(step.count)}`,
        words: `${signed(step.count - was, 0)} since edition ${before.number}`,
      },
    ];
  });
}

/** What is different from the edition before: what it corrects, its note, its method, its data, and which sources are missing now. */
export function changesBetween(now: Parts, before: Parts | null): ChangeLine[] {
  const missing = now.receipt.sources
    .filter((source) => source.state === 'STOPPED' || source.state === 'LATE')
    .map((source) => ({ kind: 'Missing' as const, title: source.name, words: source.words }));
  const title = `Edition ${now.number}`;
  const said = [
    ...(now.correction ? [{ kind: 'Correction' as const, title, words: now.correction }] : []),
    ...(now.note ? [{ kind: 'Note' as const, title, words: now.note }] : []),
  ];
  if (!before) return [...said, ...missing];
  return [...said, ...methodLines(now, before), ...toldLines(now), ...dataLines(now, before), ...missing];
}
