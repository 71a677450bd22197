import { useAnswer } from '../../app/answer';
import { Go } from '../../app/Go';
import { day } from '../../figures/format';
import { graphql } from '../../gql';
import { Shown } from '../../states/Shown';
import { FigureLink } from '../figure/FigureLink';
import { Words } from './Words';

const NOTES = graphql(`
  query EditionNotes {
    editions(first: 100) {
      nodes {
        number
        publishedAt
        note
        correction
        withdrawn
      }
    }
  }
`);

const ANSWERS = graphql(`
  query PublicAnswers {
    publicAnswers {
      id
      figure
      answer
      answeredAt
    }
  }
`);

/** What was found of figures that somebody said look wrong; never what was said. */
function Answers() {
  const answer = useAnswer({ query: ANSWERS, variables: {} });
  return (
    <Shown answer={answer} rows={2}>
      {({ publicAnswers }) =>
        publicAnswers.length > 0 && (
          <>
            <h2>What was found of figures that looked wrong</h2>
            <ul className="changes">
              {publicAnswers.map((one) => (
                <li key={one.id}>
                  <span className="word grey">{day(one.answeredAt)}</span>
                  <span>
                    {one.answer}{' '}
                    <span className="quiet">
                      <FigureLink id={one.figure} />
                    </span>
                  </span>
                </li>
              ))}
            </ul>
          </>
        )
      }
    </Shown>
  );
}

export function CorrectionsPage() {
  const answer = useAnswer({ query: NOTES, variables: {} });
  return (
    <Words title="Corrections">
      <p style={{ marginTop: 16 }}>
        A published edition is never changed. When a figure turns out to be wrong, a new edition puts it right
        and says what was wrong; the old edition stays readable, says that it is not the latest and repeats
        what was put right since.
      </p>
      <h2>Corrections and notes of the editions</h2>
      <Shown answer={answer} rows={4}>
        {({ editions: { nodes } }) => (
          <ul className="changes">
            {nodes.map((line) => (
              <li key={line.number}>
                <span className="word grey">Edition {line.number}</span>
                <span>
                  <strong>{day(line.publishedAt)}.</strong>{' '}
                  {line.correction && (
                    <>
                      <span className="word late">Correction</span> {line.correction}{' '}
                    </>
                  )}
                  {line.note ?? (line.correction ? '' : 'Nothing was corrected.')}
                  {line.withdrawn.map((said) => (
                    <span key={said}> {said}</span>
                  ))}
                </span>
              </li>
            ))}
            {nodes.length === 0 && <li>No edition has been published yet.</li>}
          </ul>
        )}
      </Shown>
      <Answers />
      <h2>Something looks wrong?</h2>
      <p>
        Open “How was this counted?” at the figure and press “This looks wrong”. See also{' '}
        <Go to="/methods">how figures are made</Go>.
      </p>
    </Words>
  );
}
