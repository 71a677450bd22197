import { useState } from 'react';
import { useMutation } from 'urql';
import { useAnswer } from '../../app/answer';
import { useFrame } from '../../app/view';
import { save } from '../../downloads/save';
import { count, plural } from '../../figures/format';
import { NotDone } from '../../forms/NotDone';
import { problemOf } from '../../forms/refusal';
import { graphql } from '../../gql';
import type { MakeAnswerCodesMutation } from '../../gql/graphql';
import { Section } from '../../layout/Section';
import { csvText } from '../../tables/csv';

export const ANSWERS_WITHOUT_CODE = graphql(`
  query AnswersWithoutCode($delivery: ID!) {
    answersWithoutCode(delivery: $delivery)
  }
`);

export const MAKE_ANSWER_CODES = graphql(`
  mutation MakeAnswerCodes($delivery: ID!) {
    makeAnswerCodes(delivery: $delivery) {
      file
      row
      externalId
      code
    }
  }
`);

type Codes = MakeAnswerCodesMutation['makeAnswerCodes'];

/** Codes by which the people who answered find what became of it: made and told once, as a file and as slips. */
export function AnswerCodes({ delivery }: { delivery: string }) {
  const waiting = useAnswer({ query: ANSWERS_WITHOUT_CODE, variables: { delivery }, fresh: true });
  const [result, make] = useMutation(MAKE_ANSWER_CODES);
  const [codes, setCodes] = useState<Codes>([]);
  const many = waiting.data?.answersWithoutCode ?? 0;
  const press = async () => {
    const answer = await make({ delivery });
    const made = answer.data?.makeAnswerCodes ?? [];
    setCodes((before) => [...before, ...made]);
    download(delivery, made);
    waiting.again();
  };
  if (many === 0 && codes.length === 0) return null;
  return (
    <Section
      title="Codes for the people who answered"
      measure="By a code somebody sees whether their answer was read and what was decided; never words, name or ward. Codes are told this once: only their hashes are kept. Hand each to the person whose row it is."
    >
      {many > 0 && (
        <p className="no-print">
          <button
            type="button"
            className="button second"
            disabled={result.fetching}
            onClick={() => void press()}
          >
            Make {plural(many, 'code', 'codes')} and download them
          </button>
        </p>
      )}
      <NotDone problem={result.fetching ? null : problemOf(result, (data) => data.makeAnswerCodes)} />
      <div role="status">
        {codes.length > 0 && <p>{count(codes.length)} made. Keep the file: they can’t be shown again.</p>}
      </div>
      {codes.length > 0 && <Slips delivery={delivery} codes={codes} />}
    </Section>
  );
}

const download = (delivery: string, codes: Codes): void =>
  save(
    `codes-of-delivery-${delivery}.csv`,
    'text/csv;charset=utf-8',
    csvText(
      ['file', 'row', 'id', 'code'],
      codes.map(({ file, row, externalId, code }) => [file, row, externalId ?? '', code]),
    ),
  );

/** A slip of paper for each code; the row stands on it, so that whoever hands it over finds the person. */
function Slips({ delivery, codes }: { delivery: string; codes: Codes }) {
  const { hub } = useFrame();
  const [shown, setShown] = useState(false);
  const address = `${window.location.origin}/answer`;
  return (
    <>
      <p className="buttons no-print">
        <button type="button" className="link-button" onClick={() => download(delivery, codes)}>
          Download them again
        </button>
        <button type="button" className="link-button" aria-expanded={shown} onClick={() => setShown(!shown)}>
          {shown ? 'Put the slips away' : 'Show slips to print'}
        </button>
      </p>
      {shown && (
        <ul className="slips">
          {codes.map(({ row, externalId, code }) => (
            <li key={code}>
              <p>
                Thank you for telling {hub.city}. See what became of it at <strong>{address}</strong> with
                this code:
              </p>
              <p className="slip-code">{code}</p>
              <p className="quiet">
                Row {row}
                {externalId ? `, ${externalId}` : ''}. A lost code can’t be found again.
              </p>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
