import { useEffect, useRef, useState } from 'react';
import { useMutation } from 'urql';
import { useAnswer } from '../../app/answer';
import { useTitle } from '../../app/title';
import { hasRole, useFrame } from '../../app/view';
import { day, plural } from '../../figures/format';
import { NotDone } from '../../forms/NotDone';
import { problemOf } from '../../forms/refusal';
import { useAction } from '../../forms/useAction';
import { Crumbs } from '../../layout/Crumbs';
import { useKey } from '../../layout/keys';
import { Section } from '../../layout/Section';
import { Empty } from '../../states/Empty';
import { Shown } from '../../states/Shown';
import { ForReviewers } from './ForReviewers';
import { lettersOf, LETTERS, type Family, peopleBy } from './families';
import { FAMILIES, SORT_FAMILY, UNDO_MATCH } from './queries';

/** Records that hang together by possible matches, sorted as a whole: no two answers can clash. */
export function FamiliesPage() {
  return hasRole(useFrame(), 'REVIEWER') ? <Families /> : <ForReviewers />;
}

function Families() {
  useTitle('Families of records');
  const [skip, setSkip] = useState(0);
  const answer = useAnswer({ query: FAMILIES, variables: { skip }, fresh: true });
  const [last, setLast] = useState<readonly string[]>([]);
  const undo = useAction(UNDO_MATCH, (data) => data.undoMatch);
  const takeBack = async () => {
    for (const decision of last) if (!(await undo.act({ decision }))) return;
    setLast([]);
    answer.again();
  };
  return (
    <>
      <Crumbs trail={[['/matches', 'Possible matches']]} here="Families of records" />
      <h1>How many people are these?</h1>
      {last.length > 0 && (
        <p className="last" role="status">
          Signed: {plural(last.length, 'pair', 'pairs')} answered by one decision.{' '}
          <button className="link" disabled={undo.busy} onClick={() => void takeBack()}>
            Take it back
          </button>
        </p>
      )}
      <NotDone problem={undo.problem} />
      <Shown answer={answer} rows={8}>
        {({ matchFamilies: [family] }) =>
          family ? (
            <OneFamily
              key={family.id}
              family={family}
              signed={(decisions) => {
                setLast(decisions);
                answer.again();
              }}
              pass={() => setSkip(skip + 1)}
            />
          ) : skip > 0 ? (
            <Empty title="No other family waits">
              <p>
                <button className="link" onClick={() => setSkip(0)}>
                  Back to the first
                </button>
              </p>
            </Empty>
          ) : (
            <Empty title="No family waits">
              <p>
                Three records or more that hang together stand here; single pairs have a page of their own.
              </p>
            </Empty>
          )
        }
      </Shown>
    </>
  );
}

interface OneFamilyProps {
  family: Family;
  signed: (decisions: string[]) => void;
  /** Leaves it for another. */
  pass: () => void;
}

function OneFamily({ family, signed, pass }: OneFamilyProps) {
  const [letters, setLetters] = useState(() => lettersOf(family, family.sortings[0]?.people ?? []));
  const heading = useRef<HTMLParagraphElement>(null);
  const [result, run] = useMutation(SORT_FAMILY);
  const problem = result.fetching ? null : problemOf(result, (data) => data.sortMatchFamily);
  useEffect(() => heading.current?.focus(), []);
  const people = peopleBy(family, letters);
  const sign = async () => {
    const { data } = await run({ people });
    if (data) signed(data.sortMatchFamily);
  };
  const choose = (number: number) => () => {
    const sorting = family.sortings[number - 1];
    if (sorting) setLetters(lettersOf(family, sorting.people));
  };
  useKey('1', choose(1));
  useKey('2', choose(2));
  useKey('3', choose(3));
  useKey('n', pass);
  return (
    <>
      <p className="lede" tabIndex={-1} ref={heading}>
        {plural(family.records.length, 'record', 'records')}, {plural(family.pairs.length, 'pair', 'pairs')}:
        sorted once, for all of them. Each reading of names is written down with yours.
      </p>
      <Records
        family={family}
        letters={letters}
        choose={(id, letter) => setLetters({ ...letters, [id]: letter })}
      />
      <div className="buttons">
        <button className="button" disabled={result.fetching} onClick={() => void sign()}>
          Sign: {plural(people.length, 'person', 'people')}
        </button>
        <button className="button second" onClick={pass}>
          Another family
        </button>
      </div>
      <NotDone problem={problem} />
      <Section
        title="Ways to sort them"
        measure="How likely each whole sorting is. 1, 2 and 3 choose one; N goes to another family."
      >
        <ol className="sortings">
          {family.sortings.map((sorting, at) => (
            <li key={at}>
              <button className="choice-button" onClick={() => setLetters(lettersOf(family, sorting.people))}>
                {waysOf(family, sorting.people)}: {Math.round(100 * sorting.likelihood)}%
              </button>
            </li>
          ))}
        </ol>
      </Section>
    </>
  );
}

const waysOf = (family: Family, people: readonly (readonly string[])[]): string =>
  people
    .map(
      (person, at) =>
        `${LETTERS[at]} ${person.map((id) => family.records.findIndex((one) => one.submission === id) + 1).join(' ')}`,
    )
    .join(', ');

interface RecordsProps {
  family: Family;
  letters: Readonly<Record<string, string>>;
  choose: (submission: string, letter: string) => void;
}

function Records({ family, letters, choose }: RecordsProps) {
  const choices = LETTERS.slice(0, family.records.length);
  return (
    <table className="table stack-narrow family-table">
      <caption className="govuk-visually-hidden">Records and whose each is</caption>
      <thead>
        <tr>
          {['Person', 'Record', 'Name', 'Born', 'Sex', 'Postcode', 'E-mail', 'Phone'].map((head) => (
            <th scope="col" key={head}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {family.records.map((record, at) => {
          const { submission, engagement, agency, submittedOn, details } = record;
          const name =
            details?.fullName ?? [details?.givenName, details?.familyName].filter(Boolean).join(' ');
          return (
            <tr key={submission}>
              <td>
                <select
                  className="govuk-select"
                  aria-label={`Person of record ${at + 1}`}
                  value={letters[submission]}
                  onChange={(event) => choose(submission, event.target.value)}
                >
                  {choices.map((letter) => (
                    <option key={letter}>{letter}</option>
                  ))}
                </select>
              </td>
              <th scope="row">
                {at + 1}. {engagement}
                <span className="sub">
                  {agency.name}
                  {submittedOn && `, ${day(submittedOn)}`}
                </span>
              </th>
              {[
                name,
                details?.dateOfBirth,
                details?.sex,
                details?.postcode,
                details?.email,
                details?.phone,
              ].map((value, column) => (
                <td key={column}>{value || <span className="quiet">not given</span>}</td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
