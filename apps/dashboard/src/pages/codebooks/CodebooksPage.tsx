import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Go } from '../../app/Go';
import { useAnswer } from '../../app/answer';
import { hasRole, useFrame } from '../../app/view';
import { day } from '../../figures/format';
import { NotDone } from '../../forms/NotDone';
import { SelectField } from '../../forms/SelectField';
import { TextField } from '../../forms/TextField';
import { useAction } from '../../forms/useAction';
import type { QuestionsToCodeQuery } from '../../gql/graphql';
import { Section } from '../../layout/Section';
import { Empty } from '../../states/Empty';
import { Shown } from '../../states/Shown';
import { codeOf } from './draft';
import { ForEditors } from './ForEditors';
import { MAKE, OWN_CODEBOOKS, QUESTIONS_TO_CODE } from './queries';

/** Codebooks that agencies own, and the making of one for a consultation. */
export function CodebooksPage() {
  const mayMake = hasRole(useFrame(), 'EDITOR');
  return (
    <ForEditors
      title="Codebooks"
      lede="The city’s codebook codes every comment. A codebook of your agency tells what people said to one of its own questions, on any subject."
    >
      <List />
      {mayMake && <New />}
    </ForEditors>
  );
}

function List() {
  const answer = useAnswer({ query: OWN_CODEBOOKS, variables: {}, fresh: true });
  return (
    <Shown answer={answer} rows={4}>
      {({ ownCodebooks }) =>
        ownCodebooks.length === 0 ? (
          <Empty title="No agency of yours has a codebook yet">
            <p>
              Make one for an open question of a consultation: the hub groups its comments, people decide.
            </p>
          </Empty>
        ) : (
          <Section title="Codebooks of your agencies">
            <table className="table stack-narrow">
              <caption className="govuk-visually-hidden">Codebooks of your agencies, and shared ones</caption>
              <thead>
                <tr>
                  <th scope="col">Codebook</th>
                  <th scope="col">Agency</th>
                  <th scope="col">Version</th>
                  <th scope="col">Made</th>
                </tr>
              </thead>
              <tbody>
                {ownCodebooks.map((book) => (
                  <tr key={book.code}>
                    <th scope="row">
                      <Go to={`/workbench/codebooks/${book.code}`}>{book.name}</Go>
                    </th>
                    <td>
                      {book.agency}
                      {book.shared && ', shared'}
                    </td>
                    <td>{versionOf(book)}</td>
                    <td>
                      by {book.madeBy}, {day(book.madeAt)}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Section>
        )
      }
    </Shown>
  );
}

const versionOf = ({ newest, inForce }: { newest: number; inForce: number | null }): string => {
  if (newest === 0) return 'a draft';
  if (inForce === null) return `${newest}, not signed off`;
  return inForce === newest ? `${newest}, in force` : `${inForce} in force, ${newest} not signed off`;
};

function New() {
  const answer = useAnswer({ query: QUESTIONS_TO_CODE, variables: {} });
  return (
    <Shown answer={answer} rows={6}>
      {({ questionsToCode }) => (questionsToCode.length === 0 ? null : <Form questions={questionsToCode} />)}
    </Shown>
  );
}

type Question = QuestionsToCodeQuery['questionsToCode'][number];
const placeOf = ({ agency, engagement }: Question): string => `${agency}/${engagement}`;

function Form({ questions }: { questions: readonly Question[] }) {
  const go = useNavigate();
  const [place, setPlace] = useState('');
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const { act, busy, problem } = useAction(MAKE, (data) => data.makeCodebook);
  const places = [...new Map(questions.map((one) => [placeOf(one), one])).values()];
  const own = questions.filter((one) => placeOf(one) === place);
  const code = codeOf(name);
  const choose = (next: string) => {
    setPlace(next);
    setChosen(questions.filter((one) => placeOf(one) === next).map(({ question }) => question));
  };
  const make = async () => {
    const [first] = own;
    if (!first) return;
    const { agency, engagement } = first;
    const done = await act({
      codebook: { code, name: name.trim(), agency, engagement, questions: [...chosen], shared: false },
    });
    if (done) void go(`/workbench/codebooks/${code}`);
  };
  return (
    <Section
      title="Make a codebook"
      measure="The hub groups the comments by what they say and proposes themes; nothing is counted until people have shaped and signed them."
    >
      <SelectField
        label="Consultation"
        empty="Choose a consultation"
        options={places.map((one) => ({ code: placeOf(one), name: `${one.title} (${one.agency})` }))}
        value={place}
        onChange={choose}
      />
      {own.length > 0 && <Questions own={own} chosen={chosen} choose={setChosen} />}
      <TextField label="Name of the codebook" value={name} onChange={setName} />
      <button
        className="button"
        disabled={busy || !place || chosen.length === 0 || code === ''}
        onClick={() => void make()}
      >
        Group its comments
      </button>
      <NotDone problem={problem} />
    </Section>
  );
}

interface QuestionsProps {
  own: readonly Question[];
  /** Keys. */
  chosen: readonly string[];
  choose: (keys: readonly string[]) => void;
}

function Questions({ own, chosen, choose }: QuestionsProps) {
  const toggle = (key: string) =>
    choose(chosen.includes(key) ? chosen.filter((one) => one !== key) : [...chosen, key]);
  return (
    <fieldset className="plain-fieldset">
      <legend>Questions to code</legend>
      {own.map(({ question, text, codedBy }) => (
        <label className="tick-line" key={question}>
          <input type="checkbox" checked={chosen.includes(question)} onChange={() => toggle(question)} /> “
          {text}”{codedBy.length > 0 && ` (coded by ${codedBy.join(', ')} already)`}
        </label>
      ))}
    </fieldset>
  );
}
