import { optionWords } from '#statements';
import { ShareBar } from '../../../charts/ShareBar';
import { count, range } from '../../../figures/format';
import { HiddenTag } from '../../../figures/HiddenTag';
import type { AnswersFiguresFragment, QuestionPartsFragment } from '../../../gql/graphql';
import type { Column } from '../../../tables/columns';
import { BESIDE_HEADS, besideInCsv } from './beside-percentages';
import { noShareInCsv, whyNoShare } from './why-no-share';

export type Question = QuestionPartsFragment;
export type Answers = AnswersFiguresFragment;
export type Option = Answers['options'][number];
type Weighted = Question['weighted']['options'][number];

/** An option in the words of the form: in its language, as far as that is known, and from its side. */
const Label = ({ option, language }: { option: Option; language: string | null }) => (
  <span lang={language ?? undefined} dir="auto">
    {optionWords(option)}
  </span>
);

/** Told beside the base, in no share. */
export const isApart = ({ role }: Option): boolean => role !== 'OPTION' && role !== 'OTHER';

const people = (value: number | null) => (value === null ? <HiddenTag /> : count(value));

/** Right end of the scale of percentages, the same for every row of a question. */
export const percentMax = (options: readonly Option[]): number =>
  Math.max(10, Math.ceil(Math.max(0, ...options.map(({ high }) => high ?? 0)) / 10) * 10);

/** An answer, its people, its share with the 95% range, and its share weighted to residents where that may be told. */
export function answerColumns(
  options: readonly Option[],
  withPercent: boolean,
  { language, weighted = [] }: { language: string | null; weighted?: readonly Weighted[] },
): Column<Option>[] {
  const max = percentMax(options);
  const share: Column<Option>[] = [
    {
      key: 'bar',
      head: `Share of those who answered, 0 to ${max}%`,
      hiddenHead: true,
      className: 'only-wide bar-cell',
      cell: ({ percent, low, high }) =>
        percent !== null && (
          <ShareBar value={percent} low={low ?? percent} high={high ?? percent} max={max} />
        ),
    },
    {
      key: 'percent',
      head: 'Share',
      numeric: true,
      cell: ({ percent, people: counted }) =>
        percent === null ? counted === null ? <HiddenTag /> : '' : <strong>{percent}%</strong>,
      csv: {
        heads: ['Percent', 'Percent low', 'Percent high'],
        values: (option) => [option.percent ?? noShareInCsv(whyNoShare(option)), option.low, option.high],
      },
    },
    {
      key: 'range',
      head: '95% range',
      numeric: true,
      className: 'only-wide',
      cell: ({ low, high }) => low !== null && high !== null && range(Math.round(low), Math.round(high)),
    },
  ];
  return [
    {
      key: 'answer',
      head: 'Answer',
      rowHead: true,
      cell: (option) => <Label option={option} language={language} />,
      csv: { values: (option) => [optionWords(option)] },
    },
    {
      key: 'people',
      head: 'People',
      numeric: true,
      cell: ({ people: counted }) => people(counted),
      csv: { values: ({ people: counted }) => [counted ?? '[c]'] },
    },
    ...(withPercent ? share : []),
    ...(weighted.length > 0 ? [weightedColumn(weighted)] : []),
  ];
}

function weightedColumn(weighted: readonly Weighted[]): Column<Option> {
  const of = ({ code }: Option): Weighted | undefined => weighted.find((each) => each.code === code);
  return {
    key: 'weighted',
    head: 'As they live here',
    numeric: true,
    cell: (option) => {
      const found = of(option);
      if (found?.percent == null) return <span className="quiet">not weighted</span>;
      return (
        <>
          {found.percent}%
          <span className="sub">{range(Math.round(found.low ?? 0), Math.round(found.high ?? 0))}</span>
        </>
      );
    },
    csv: {
      heads: ['Weighted percent', 'Weighted low', 'Weighted high'],
      values: (option) => {
        const found = of(option);
        return found?.percent == null
          ? [null, null, null]
          : [found.percent, Math.round(found.low ?? 0), Math.round(found.high ?? 0)];
      },
    },
  };
}

type ValueRow = Pick<Question['cut'][number], 'name' | 'answers'>;

/** A row a value of the cut, a column an answer. */
export function cutColumns(question: Question): Column<ValueRow>[] {
  const options = question.all.options.filter((option) => !isApart(option));
  return [
    {
      key: 'value',
      head: 'Among',
      rowHead: true,
      cell: ({ name }) => name,
      csv: { values: ({ name }) => [name] },
    },
    {
      key: 'base',
      head: 'Answered',
      numeric: true,
      cell: ({ answers }) => people(answers.base),
      csv: {
        heads: ['Answered', ...BESIDE_HEADS],
        values: ({ answers }) => [answers.base ?? '[c]', ...besideInCsv(answers)],
      },
    },
    ...options.map((option): Column<ValueRow> => ({
      key: option.code,
      head: optionWords(option),
      numeric: true,
      cell: ({ answers }) => {
        const found = answers.options.find(({ code }) => code === option.code);
        if (found?.people == null) return <HiddenTag />;
        return found.percent === null ? (
          <span className="quiet">{count(found.people)} people</span>
        ) : (
          <>
            <strong>{found.percent}%</strong>
            <span className="sub">{count(found.people)} people</span>
          </>
        );
      },
      csv: {
        heads: [`${optionWords(option)} (people)`, `${optionWords(option)} (percent)`],
        values: ({ answers }) => {
          const found = answers.options.find(({ code }) => code === option.code);
          return [found?.people ?? '[c]', found?.percent ?? (found ? noShareInCsv(whyNoShare(found)) : null)];
        },
      },
    })),
  ];
}
