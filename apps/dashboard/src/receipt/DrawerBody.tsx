import { isPublished, type Question } from '../figures/figure';
import { capital, count, decimal, percent, range, rangeDecimal } from '../figures/format';
import { NoNumber } from '../figures/HiddenTag';
import { besidePeople, peopleTold } from '../figures/people-told';
import type { ReceiptFigure } from './accounted';
import { DrawerFoot } from './DrawerFoot';
import { Funnel } from './Funnel';
import { SourceTable } from './SourceTable';

/** The figure in a heading and a line. */
export function headline(figure: ReceiptFigure, name: string): { title: string; line: string } {
  if (figure.list && !isPublished(figure)) return { title: name, line: figure.list.words };
  if (!isPublished(figure)) return { title: `${name}: hidden`, line: 'We show [c] in place of this number.' };
  const parts: string[] = [];
  if (figure.rate) {
    const { value, low, high, per } = figure.rate;
    parts.push(`${decimal(value)} per ${count(per)} residents, 95% interval ${rangeDecimal(low, high)}`);
  }
  if (figure.share) {
    const { value, low, high } = figure.share;
    parts.push(
      `${percent(value, figure.base)} of ${count(figure.base ?? 0)} people, 95% interval ${rangeDecimal(low, high)}`,
    );
  }
  return { title: `${capital(peopleTold(figure))}: ${name}`, line: parts.join('. ') };
}

export function DrawerBody({
  figure,
  question,
  title,
}: {
  figure: ReceiptFigure;
  question: Question;
  title: string;
}) {
  const { receipt } = figure;
  return (
    <>
      <h3>In words</h3>
      <p>{figure.definition}</p>
      <ul className="chips" aria-label="Filters">
        {receipt.filters.map((filter) => (
          <li className="word" key={`${filter.dimension} ${filter.code}`}>
            {filter.name}
          </li>
        ))}
        {receipt.filters.length === 0 && <li className="word">No filter: everybody who was heard</li>}
      </ul>
      <h3>From records to this figure</h3>
      <Funnel receipt={receipt} />
      {isPublished(figure) ? <Counts figure={figure} /> : <Hidden figure={figure} />}
      <h3>Protecting people</h3>
      <p>{receipt.suppression}</p>
      <h3>Sources</h3>
      <SourceTable sources={receipt.sources} />
      <DrawerFoot figure={figure} question={question} title={title} />
    </>
  );
}

function Counts({ figure }: { figure: Extract<ReceiptFigure, { __typename: 'PublishedFigure' }> }) {
  const { people } = figure;
  return (
    <>
      <h3>The three counts</h3>
      <dl className="facts">
        <div>
          <dt>{besidePeople('Submissions', [figure])}</dt>
          <dd>{count(figure.submissions.value)}</dd>
        </div>
        <div>
          <dt>People</dt>
          <dd>
            {count(people.value)}.{' '}
            {people.low === people.high
              ? 'We are sure who is who here.'
              : `It could be ${range(people.low, people.high)}: some matches are uncertain.`}
          </dd>
        </div>
        <div>
          <dt>{besidePeople('Distinct arguments', [figure])}</dt>
          <dd>{count(figure.arguments.value)}</dd>
        </div>
        {figure.shareReason && (
          <div>
            <dt>Share</dt>
            <dd>{figure.shareReason}</dd>
          </div>
        )}
        {figure.share && (
          <div>
            <dt>Method of the interval</dt>
            <dd>
              {figure.share.method}
              {figure.rate && figure.rate.method !== figure.share.method
                ? `; rate: ${figure.rate.method}`
                : ''}
            </dd>
          </div>
        )}
      </dl>
    </>
  );
}

function Hidden({ figure }: { figure: Extract<ReceiptFigure, { __typename: 'SuppressedFigure' }> }) {
  return (
    <>
      <h3>The number</h3>
      <p>
        <NoNumber figure={figure} large />
      </p>
      <p>{figure.reason}</p>
    </>
  );
}
