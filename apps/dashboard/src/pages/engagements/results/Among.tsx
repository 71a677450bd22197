import { optionWords } from '#statements';
import { useId } from 'react';
import { useSearchParams } from 'react-router';
import { CsvButton } from '../../../downloads/CsvButton';
import { count, plural } from '../../../figures/format';
import type { AnswersQuery } from '../../../gql/graphql';
import { Section } from '../../../layout/Section';
import type { Column } from '../../../tables/columns';
import { DataTable } from '../../../tables/DataTable';
import { AMONG, asParam, type ChosenAnswer } from './chosen-answer';
import { chosen } from './QuestionResult';
import type { Question } from './answer-columns';

interface Props {
  questions: readonly Question[];
  among: ChosenAnswer | null;
}

/** One question by another, for analysts: everything among those who chose an answer. It stands in the address, as a cut does. */
export function Among({ questions, among }: Props) {
  const [, setSearch] = useSearchParams();
  const id = useId();
  const choose = (param: string) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        if (param) next.set(AMONG, param);
        else next.delete(AMONG);
        return next;
      },
      { preventScrollReset: true },
    );
  return (
    <p className="cut-by">
      <label htmlFor={id}>Only whoever answered</label>{' '}
      <select
        id={id}
        className="govuk-select"
        value={among ? asParam(among) : ''}
        onChange={(event) => choose(event.target.value)}
      >
        <option value="">anything</option>
        {questions.map((question) => (
          <optgroup key={question.key} label={question.text}>
            {chosen(question).map((option) => (
              <option key={option.code} value={asParam({ question: question.key, option: option.code })}>
                {optionWords(option)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </p>
  );
}

type Theme = AnswersQuery['answers']['themes'][number];

const COLUMNS: Column<Theme>[] = [
  {
    key: 'theme',
    head: 'Theme',
    rowHead: true,
    cell: ({ name }) => name,
    csv: { values: ({ name }) => [name] },
  },
  {
    key: 'people',
    head: 'People',
    numeric: true,
    order: ({ people }) => people,
    cell: ({ people }) => count(people),
    csv: { values: ({ people }) => [people] },
  },
  {
    key: 'percent',
    head: 'Share',
    numeric: true,
    order: ({ percent }) => percent,
    cell: ({ percent }) => (percent === null ? '' : `${percent}%`),
    csv: { heads: ['Percent'], values: ({ percent }) => [percent] },
  },
];

/** Themes that stand open. */
const FIRST = 12;

/** What they raised in their own words on the same sheet. */
export function ThemesAmong({ themes }: { themes: Theme[] }) {
  return (
    <Section
      title="What they raised in their own words"
      measure="Of those who chose the answer above, on the same sheet. Exact, not published: two answers together are for analysts alone."
      tools={<CsvButton title="Themes among those who chose an answer" columns={COLUMNS} rows={themes} />}
    >
      <Themes caption="The commonest themes among those who chose the answer" rows={themes.slice(0, FIRST)} />
      {themes.length > FIRST && (
        <details>
          <summary>{plural(themes.length - FIRST, 'other theme', 'other themes')}</summary>
          <Themes caption="Other themes among those who chose the answer" rows={themes.slice(FIRST)} />
        </details>
      )}
    </Section>
  );
}

const Themes = ({ caption, rows }: { caption: string; rows: Theme[] }) => (
  <DataTable
    caption={caption}
    columns={COLUMNS}
    rows={rows}
    rowKey={({ code }) => code}
    sort={{ key: 'people', down: true }}
  />
);
