import { Link } from 'react-router';
import { useAnswer } from '../../app/answer';
import { Go } from '../../app/Go';
import { useTitle } from '../../app/title';
import { useView } from '../../app/view';
import { day, moment } from '../../figures/format';
import { graphql } from '../../gql';
import type { EditionsQuery } from '../../gql/graphql';
import { Section } from '../../layout/Section';
import { Funnel } from '../../receipt/Funnel';
import { madeBy } from '../../receipt/made-by';
import { Empty } from '../../states/Empty';
import { Shown } from '../../states/Shown';
import { EDITION_PARTS } from '../overview/queries';
import { Changes } from './Changes';
import { Signatures } from './Signatures';

const EDITIONS = graphql(`
  query Editions {
    editions(first: 100) {
      nodes {
        number
        before
        publishedAt
        dataTo
        fingerprint
        hash
        note
        correction
        latest
        synthetic
      }
    }
  }
`);

type Line = EditionsQuery['editions']['nodes'][number];

/** Every edition, for ever; each can be read again as it was. */
export function EditionsPage() {
  useTitle('Editions');
  const answer = useAnswer({ query: EDITIONS, variables: {} });
  const { edition } = useView();
  return (
    <>
      <div className="head">
        <div>
          <h1>Editions</h1>
          <p className="lede">
            Numbered, and never changed. Two people who quote the same edition cannot disagree.
          </p>
        </div>
      </div>
      <Shown answer={answer} rows={8}>
        {({ editions: { nodes } }) => {
          const read = nodes.find((line) => line.number === edition) ?? nodes[0];
          if (!read)
            return (
              <Empty title="No edition yet">
                <p>The first is published once something has been received and coded.</p>
              </Empty>
            );
          return (
            <>
              <Section
                title={nodes.length === 1 ? 'There is one edition' : `${nodes.length} editions`}
                measure="A correction is a new edition; the old one stays readable and is marked."
              >
                <Table lines={nodes} />
              </Section>
              <div className="columns">
                <div className="span-6">
                  <Section
                    title={
                      read.before === null
                        ? `Edition ${read.number} is the first`
                        : `What changed since edition ${read.before}`
                    }
                  >
                    <WhatChanged number={read.number} before={read.before} />
                  </Section>
                </div>
                <div className="span-6">
                  <Account number={read.number} />
                </div>
              </div>
            </>
          );
        }}
      </Shown>
    </>
  );
}

function WhatChanged({ number, before }: Pick<Line, 'number' | 'before'>) {
  return (
    <>
      <Changes number={number} before={before} />
      {before !== null && (
        <p>
          <Go to={`/editions/${before}/${number}`}>
            See every figure that moved from edition {before} to {number}
          </Go>
        </p>
      )}
    </>
  );
}

function Table({ lines }: { lines: Line[] }) {
  return (
    <table className="table roomy stack-narrow">
      <caption className="govuk-visually-hidden">Editions, newest first</caption>
      <thead>
        <tr>
          <th scope="col">Edition</th>
          <th scope="col">Published</th>
          <th scope="col">Data to</th>
          <th scope="col">Fingerprint</th>
          <th scope="col">Note</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.number}>
            <th scope="row">
              <Link className="link same" to={line.latest ? '/' : `/?edition=${line.number}`}>
                Edition {line.number}
              </Link>{' '}
              {line.latest && <span className="word">Latest</span>}
            </th>
            <td data-label="Published">{moment(line.publishedAt)}</td>
            <td data-label="Data to">{line.dataTo ? day(line.dataTo) : 'not known'}</td>
            <td data-label="Fingerprint">
              <code title={line.hash}>{line.fingerprint}</code>
            </td>
            <td>
              {line.correction && (
                <>
                  <span className="word late">Correction</span> {line.correction}{' '}
                </>
              )}
              {line.note ?? ''}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The whole hub's funnel at an edition, rounded as everything public is. */
function Account({ number }: { number: number }) {
  const answer = useAnswer({ query: EDITION_PARTS, variables: { number } });
  return (
    <Shown answer={answer} rows={8}>
      {({ edition }) =>
        edition && (
          <Section title="From records to people" measure="For the whole hub; each number is rounded to 5.">
            <Signatures signatures={edition.signatures} />
            <Funnel receipt={edition.receipt} />
            <p className="note">{madeBy(edition.versions)}</p>
          </Section>
        )
      }
    </Shown>
  );
}
