import { useState } from 'react';
import { useAnswer } from '../../app/answer';
import { Go } from '../../app/Go';
import { useView } from '../../app/view';
import { CsvButton } from '../../downloads/CsvButton';
import { peopleForFile, peopleOf } from '../../figures/figure';
import { count, day, plural, unmarked } from '../../figures/format';
import { HiddenTag } from '../../figures/HiddenTag';
import type { WaitingQuery } from '../../gql/graphql';
import { Section } from '../../layout/Section';
import { ReceiptButton } from '../../receipt/ReceiptButton';
import { Shown } from '../../states/Shown';
import type { Column } from '../../tables/columns';
import { DataTable } from '../../tables/DataTable';
import { WAITING } from './queries';
import { quarterWords, untoldWords, waitingTitle, type WaitingTold } from './words';

type Line = WaitingQuery['waitingVoices'][number];
const FIRST = 10;

/** Voices without an answer yet, by age against what each agency promises. */
export function Waiting() {
  const { edition, working } = useView();
  const answer = useAnswer({ query: WAITING, variables: { edition }, pause: working });
  return (
    <Shown answer={answer} rows={8} title="Voices without an answer yet">
      {({ waitingVoices, waitingTold, answerPromises }) => (
        <Lines lines={waitingVoices} told={waitingTold} promises={answerPromises} />
      )}
    </Shown>
  );
}

interface Props {
  lines: Line[];
  told: WaitingTold;
  promises: WaitingQuery['answerPromises'];
}

function Lines({ lines, told, promises }: Props) {
  const [all, setAll] = useState(false);
  const late = lines.filter(isLate);
  const shown = all ? lines : lines.slice(0, FIRST);
  return (
    <Section
      title={waitingTitle(lines.length, late.length, told)}
      measure={
        <>
          What people said to an agency about a theme, of which nobody has said yet what became of it. A
          decision that names the theme answers all that was said up to its day; one of some wards or
          communities answers these alone. What is hidden, because few people said it, is not in this list.{' '}
          {untoldWords(told)}{' '}
          {promises.length === 0
            ? 'No agency has promised a time yet.'
            : `Promised: ${promises.map(promiseWords).join(', ')}.`}
        </>
      }
      tools={
        lines.length > 0 && <CsvButton title="Voices without an answer" columns={COLUMNS} rows={lines} />
      }
    >
      {lines.length > 0 && <Ages lines={lines} />}
      {lines.length > 0 && (
        <DataTable
          caption="Voices without an answer yet"
          columns={COLUMNS}
          rows={shown}
          rowKey={(line) => `${line.agency.code} ${line.theme.code}`}
          sort={{ key: 'answer', down: true }}
          className="stack-narrow"
        />
      )}
      {lines.length > FIRST && (
        <button type="button" className="link-button" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? 'Show the ten that wait longest' : `Show all ${count(lines.length)}`}
        </button>
      )}
    </Section>
  );
}

/** "Plymouth City Council 6 months (“after the next cabinet meeting”)". */
const promiseWords = ({ agency, months, words }: Props['promises'][number]): string =>
  `${unmarked(agency.name)} ${plural(months, 'month', 'months')}${words ? ` (“${words}”)` : ''}`;

/** How long the oldest of what waits has waited: whole months from, and below which the next begins. */
const AGES: [name: string, from: number, below: number][] = [
  ['Under 3 months', 0, 3],
  ['3 to 6 months', 3, 6],
  ['6 to 9 months', 6, 9],
  ['9 to 12 months', 9, 12],
  ['A year and more', 12, Infinity],
];

/** Answers that are owed, each by an agency on a theme, by how long the oldest voice has waited. People are not added up: one may have raised several. */
function Ages({ lines }: { lines: Line[] }) {
  return (
    <table className="table count-table stack-narrow">
      <caption className="govuk-visually-hidden">
        Answers that are owed, by how long the oldest voice has waited
      </caption>
      <thead>
        <tr>
          <th scope="col">The oldest has waited</th>
          <th scope="col" className="number">
            Answers owed
          </th>
          <th scope="col" className="number">
            Past the promise
          </th>
        </tr>
      </thead>
      <tbody>
        {AGES.map(([name, from, below]) => {
          const here = lines.filter(({ months }) => months >= from && months < below);
          return (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className="number" data-label="Answers owed">
                {count(here.length)}
              </td>
              <td className="number" data-label="Past the promise">
                {count(here.filter(isLate).length)}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

const isLate = ({ daysLate }: Line): boolean => (daysLate ?? 0) > 0;

function stateOf({ daysLate, promisedBy }: Line): string {
  if (daysLate === null || promisedBy === null) return 'nothing is promised';
  return daysLate > 0 ? plural(daysLate, 'day late', 'days late') : `due ${day(promisedBy)}`;
}

const COLUMNS: Column<Line>[] = [
  {
    key: 'theme',
    head: 'Theme',
    rowHead: true,
    cell: ({ theme }) => <Go to={`/themes/${theme.code}`}>{theme.name}</Go>,
    order: ({ theme }) => theme.name,
    csv: { values: ({ theme }) => [theme.name] },
  },
  {
    key: 'people',
    head: 'People of the first quarter',
    numeric: true,
    cell: (line) => (
      <>
        {peopleOf(line.figure) === null ? <HiddenTag /> : count(peopleOf(line.figure)!)}{' '}
        <ReceiptButton
          request={{
            question: {
              report: 'themes-by-community',
              by: ['THEME', 'QUARTER'],
              filter: { agency: [line.agency.code] },
            },
            keys: line.figure.keys,
            name: `${line.theme.name}, ${quarterWords(line.quarters[0] ?? '')}`,
          }}
        />
      </>
    ),
    order: (line) => peopleOf(line.figure),
    csv: { values: (line) => [peopleForFile(line.figure)] },
  },
  {
    key: 'since',
    head: 'Oldest from',
    cell: ({ quarters }) => quarterWords(quarters[0] ?? ''),
    order: ({ since }) => since,
    csv: {
      heads: ['Oldest from', 'Quarters that wait'],
      values: ({ since, quarters }) => [since, quarters.length],
    },
  },
  {
    key: 'owes',
    head: 'Who owes the answer',
    cell: ({ agency }) => unmarked(agency.name),
    order: ({ agency }) => agency.name,
    csv: { values: ({ agency }) => [unmarked(agency.name)] },
  },
  {
    key: 'answer',
    head: 'Answer',
    cell: (line) => (
      <>
        <span className={`word ${isLate(line) ? 'late' : 'grey'}`}>{stateOf(line)}</span>
        {line.inPart > 0 && <> answered for a part of the city</>}
      </>
    ),
    order: ({ daysLate }) => daysLate,
    csv: {
      heads: ['Answer', 'Decisions for a part of the city'],
      values: (line) => [stateOf(line), line.inPart],
    },
  },
];
