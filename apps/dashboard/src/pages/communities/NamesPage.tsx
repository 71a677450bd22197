import { useState } from 'react';
import { useAnswer } from '../../app/answer';
import { useTitle } from '../../app/title';
import { hasRole, useFrame } from '../../app/view';
import { NotDone } from '../../forms/NotDone';
import { useAction } from '../../forms/useAction';
import { SelectField } from '../../forms/SelectField';
import { graphql } from '../../gql';
import type { CommunityNamesQuery } from '../../gql/graphql';
import { Crumbs } from '../../layout/Crumbs';
import { Section } from '../../layout/Section';
import { NoRight } from '../../states/NoRight';
import { Shown } from '../../states/Shown';

const NAMES = graphql(`
  query CommunityNames {
    communityNames {
      code
      name
      kind
      counted
      listed
      into
      intoName
      decidedBy
    }
  }
`);

const NAME = graphql(`
  mutation NameCommunity($naming: CommunityNaming!) {
    nameCommunity(naming: $naming) {
      code
    }
  }
`);

type Name = CommunityNamesQuery['communityNames'][number];

/** A lead says which names are one community, and which community is named however few say it. */
export function NamesPage() {
  useTitle('Names of communities');
  return hasRole(useFrame(), 'LEAD') ? (
    <Names />
  ) : (
    <NoRight
      title="Names of communities"
      what="A lead of an agency says which names are one community."
      who="a lead"
    />
  );
}

function Names() {
  const answer = useAnswer({ query: NAMES, variables: {}, fresh: true });
  return (
    <>
      <Crumbs trail={[['/communities', 'Communities']]} here="Names" />
      <div className="head">
        <div>
          <h1>Names of communities</h1>
          <p className="lede">
            People write the same community in many ways. Say which names are one; nothing that anybody wrote
            is changed, and it can be taken back. A community that is on the list is named however few people
            say it. Figures follow with the next edition.
          </p>
        </div>
      </div>
      <Shown answer={answer} rows={10}>
        {({ communityNames }) => (
          <>
            <Join names={communityNames.filter(({ into }) => into === null)} again={answer.again} />
            <Joined names={communityNames.filter(({ into }) => into !== null)} again={answer.again} />
            <Listed names={communityNames.filter(({ into }) => into === null)} again={answer.again} />
          </>
        )}
      </Shown>
    </>
  );
}

interface Props {
  names: Name[];
  again: () => void;
}

function Join({ names, again }: Props) {
  const [code, setCode] = useState('');
  const [into, setInto] = useState('');
  const naming = useAction(NAME, (data) => data.nameCommunity);
  const submit = async () => {
    if (await naming.act({ naming: { code, into, listed: false } })) {
      setCode('');
      setInto('');
      again();
    }
  };
  return (
    <Section title="Two names of one community">
      <form
        className="change-form"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Choice label="This name" value={code} onChange={setCode} names={names} />
        <Choice
          label="is another name of"
          value={into}
          onChange={setInto}
          names={names.filter((one) => one.code !== code)}
        />
        <button className="button" disabled={naming.busy || !code || !into}>
          Join them
        </button>
        <NotDone problem={naming.problem} />
        {naming.done && <p role="status">✓ They are joined.</p>}
      </form>
    </Section>
  );
}

interface ChoiceProps {
  label: string;
  value: string;
  onChange: (code: string) => void;
  names: Name[];
}

function Choice({ label, value, onChange, names }: ChoiceProps) {
  return (
    <SelectField
      label={label}
      empty="Choose a name"
      options={names.map(({ code, name, kind }) => ({ code, name: `${name} (${kind.toLowerCase()})` }))}
      value={value}
      onChange={onChange}
    />
  );
}

function Joined({ names, again }: Props) {
  const parting = useAction(NAME, (data) => data.nameCommunity);
  if (names.length === 0) return null;
  const part = async (code: string) => {
    if (await parting.act({ naming: { code, into: null, listed: false } })) again();
  };
  return (
    <Section title={names.length === 1 ? '1 name is joined' : `${names.length} names are joined`}>
      <NotDone problem={parting.problem} />
      <table className="table stack-narrow">
        <caption className="govuk-visually-hidden">Names that were joined to another</caption>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Another name of</th>
            <th scope="col">Said by</th>
            <th scope="col">
              <span className="govuk-visually-hidden">Take it back</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {names.map((one) => (
            <tr key={one.code}>
              <th scope="row">{one.name}</th>
              <td data-label="Another name of">{one.intoName}</td>
              <td data-label="Said by">{one.decidedBy}</td>
              <td>
                <button className="button second" disabled={parting.busy} onClick={() => void part(one.code)}>
                  Part them<span className="govuk-visually-hidden">: {one.name}</span>
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function Listed({ names, again }: Props) {
  const listing = useAction(NAME, (data) => data.nameCommunity);
  const list = async ({ code, listed }: Name) => {
    if (await listing.act({ naming: { code, into: null, listed: !listed } })) again();
  };
  const apart = names.filter(({ counted, listed }) => !counted || listed);
  if (apart.length === 0) return null;
  return (
    <Section
      title="Fewer than ten people say these"
      measure="They have no figures of their own unless they are on the list. Put nothing on it that one person may have made up."
    >
      <NotDone problem={listing.problem} />
      <table className="table stack-narrow">
        <caption className="govuk-visually-hidden">Names that few people say</caption>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">On the list</th>
            <th scope="col">
              <span className="govuk-visually-hidden">Change it</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {apart.map((one) => (
            <tr key={one.code}>
              <th scope="row">{one.name}</th>
              <td data-label="On the list">
                {one.listed ? `Yes, said ${one.decidedBy ?? 'somebody'}` : 'No'}
              </td>
              <td>
                <button className="button second" disabled={listing.busy} onClick={() => void list(one)}>
                  {one.listed ? 'Take it off the list' : 'Put it on the list'}
                  <span className="govuk-visually-hidden">: {one.name}</span>
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
