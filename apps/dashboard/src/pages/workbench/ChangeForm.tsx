import { useState, type FormEvent } from 'react';
import { useMutation, type CombinedError } from 'urql';
import { Go } from '../../app/Go';
import { SelectField } from '../../forms/SelectField';
import { TextField } from '../../forms/TextField';
import type { CodebookChangeInput, CodebookChangeKind } from '../../gql/graphql';
import { Section } from '../../layout/Section';
import { CHANGE_CODEBOOK } from './review-queries';
import type { Bench } from './useWorkbench';

const KINDS: { code: CodebookChangeKind; name: string; does: string }[] = [
  { code: 'RENAME', name: 'Rename a theme', does: 'Its codings stay.' },
  { code: 'ADD', name: 'Add a theme', does: 'Nobody has coded it yet.' },
  {
    code: 'MERGE',
    name: 'Merge two themes into a new one',
    does: 'Codings of either count for the new one.',
  },
  {
    code: 'SPLIT',
    name: 'Split a theme in two',
    does: 'Its codings come back to people, who choose the part.',
  },
  { code: 'RETIRE', name: 'Retire a theme', does: 'Its codings stay in the history.' },
];

const NEEDS = {
  RENAME: { themes: 1, names: 1 },
  ADD: { themes: 0, names: 1 },
  MERGE: { themes: 2, names: 1 },
  SPLIT: { themes: 1, names: 2 },
  RETIRE: { themes: 1, names: 0 },
} as const;

const codeOf = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60);

type Pair = [string, string];
const EMPTY: Pair = ['', ''];

/** The change as the hub is told it. A part of a theme stands where the theme stood. */
function changeOf(
  kind: CodebookChangeKind,
  bench: Bench,
  themes: Pair,
  names: Pair,
  definitions: Pair,
): CodebookChangeInput {
  const needs = NEEDS[kind];
  const parent =
    kind === 'ADD' ? null : (bench.themes.find(({ code }) => code === themes[0])?.parent ?? null);
  const into = names.slice(0, needs.names).map((name, i) => ({
    code: codeOf(name),
    name: name.trim(),
    definition: definitions[i] ?? '',
    parent,
    include: [],
    exclude: [],
    examples: [],
  }));
  const renamed = kind === 'RENAME';
  return {
    kind,
    themes: themes.slice(0, needs.themes),
    name: renamed ? names[0] : null,
    into: renamed ? [] : into,
  };
}

/** One change makes one version. */
export function ChangeForm({ bench, again }: { bench: Bench; again: () => void }) {
  const [kind, setKind] = useState<CodebookChangeKind>('RENAME');
  const [themes, setThemes] = useState(EMPTY);
  const [names, setNames] = useState(EMPTY);
  const [definitions, setDefinitions] = useState(EMPTY);
  const [result, change] = useMutation(CHANGE_CODEBOOK);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    await change({ change: changeOf(kind, bench, themes, names, definitions) });
    again();
  };
  return (
    <Section title="Make the next version">
      <form className="change-form" onSubmit={(event) => void submit(event)}>
        <SelectField
          label="What should change?"
          options={KINDS}
          value={kind}
          onChange={(code) => setKind(code as CodebookChangeKind)}
        />
        <p className="note">{KINDS.find(({ code }) => code === kind)?.does}</p>
        {range(NEEDS[kind].themes).map((i) => (
          <SelectField
            key={i}
            label={i === 0 ? 'Theme' : 'And theme'}
            empty="Choose a theme"
            options={bench.themes}
            value={themes[i] ?? ''}
            onChange={(code) => setThemes(put(themes, i, code))}
          />
        ))}
        {range(NEEDS[kind].names).map((i) => (
          <div key={i}>
            <TextField
              id={`name-${i}`}
              label={NEEDS[kind].names > 1 ? `Name of part ${i + 1}` : 'New name'}
              value={names[i] ?? ''}
              onChange={(name) => setNames(put(names, i, name))}
            />
            {kind !== 'RENAME' && (
              <TextField
                id={`definition-${i}`}
                label="What it means, in one sentence"
                value={definitions[i] ?? ''}
                onChange={(words) => setDefinitions(put(definitions, i, words))}
              />
            )}
          </div>
        ))}
        <Outcome problem={result.error} made={result.data?.changeCodebook} there={bench.codebookVersion} />
        <button className="button" disabled={result.fetching}>
          Make version {bench.codebookVersion + 1}
        </button>
      </form>
    </Section>
  );
}

const range = (length: number): number[] => Array.from({ length }, (_, i) => i);
const put = (pair: Pair, at: number, value: string): Pair => [
  at === 0 ? value : pair[0],
  at === 1 ? value : pair[1],
];

function Outcome({
  problem,
  made,
  there,
}: {
  problem: CombinedError | undefined;
  made: number | undefined;
  /** The newest version that there is. */
  there: number;
}) {
  if (problem)
    return (
      <p className="govuk-error-message" role="alert">
        <span className="govuk-visually-hidden">Error: </span>
        {problem.graphQLErrors[0]?.message ?? 'The hub did not take it. Try again.'}
      </p>
    );
  if (!made) return <p role="status" />;
  return (
    <p role="status">
      {made <= there ? (
        `✓ Version ${made} is there.`
      ) : (
        <>
          ◷ Version {made} <Go to="/second">waits for a second person</Go>.
        </>
      )}
    </p>
  );
}
