import { matrixHeading, scaleSay } from '#statements';
import { CsvButton } from '../../../downloads/CsvButton';
import { Section } from '../../../layout/Section';
import { DataTable } from '../../../tables/DataTable';
import type { Question } from './answer-columns';
import { Beside, Cut } from './Cut';
import { chosen, columnsOf, Notes } from './QuestionResult';
import { ScaleLegend } from './ScaleBar';
import { scaleColumns, type ScaleRow } from './scale-columns';
import { WhoAnswered } from './WhoAnswered';
import { Wording } from './Wording';

interface Props {
  engagement: string;
  /** Items of one matrix, in the order asked. */
  items: readonly Question[];
  number: number;
  cut: string | null;
}

/** Several items on one scale: a row an item, the widest difference first in words. */
export function Matrix({ items, ...of }: Props) {
  const { number } = of;
  const rows: ScaleRow[] = items.map(({ key, matrix, all }) => ({
    key,
    name: matrix?.item ?? key,
    answers: all,
  }));
  const columns = scaleColumns(rows, 'About');
  const [first] = items;
  const text = first?.matrix?.text ?? first?.text ?? '';
  const labels = (first?.all.options ?? []).flatMap(({ label, side }) => (side === null ? [] : [label]));
  const say = scaleSay(labels);
  const isScale = rows.some(({ answers }) => answers.options.some(({ side }) => side !== null));
  return (
    <Section
      id={`question-${number}`}
      title={
        isScale
          ? matrixHeading(
              rows.map(({ name, answers: { net } }) => ({ name, net })),
              labels,
            )
          : text
      }
      measure={`Share of the people who answered each${isScale ? `; the net is the ${say.up} less the ${say.down}, “neither” apart` : ''}. Don’t know and no answer are in no share.`}
      tools={isScale && <CsvButton title={`Question ${number}`} columns={columns} rows={rows} />}
    >
      <p className="quiet">
        Question {number}. {items.length} {isScale ? 'scales' : 'parts'} in one
      </p>
      <Wording text={text} question={first ?? { language: null, otherWordings: [] }} />
      {isScale ? (
        <>
          <ScaleLegend options={first?.all.options ?? []} />
          <DataTable
            className="stack-narrow"
            caption={`Answers to: ${text}`}
            columns={columns}
            rows={rows}
            rowKey={({ key }) => key}
            sort={{ key: '', down: false }}
          />
          <Beside rows={rows} />
        </>
      ) : (
        items.map((item) => (
          <div key={item.key}>
            <h3>{item.matrix?.item}</h3>
            <Part item={item} />
          </div>
        ))
      )}
      {items.map((item) => (
        <Details key={item.key} item={item} told={isScale} {...of} />
      ))}
    </Section>
  );
}

interface DetailsProps extends Pick<Props, 'engagement' | 'number' | 'cut'> {
  item: Question;
  /** Are its answers told in a row of the picture alone? */
  told: boolean;
}

function Details({ item, engagement, number, cut, told }: DetailsProps) {
  return (
    <details className="item-details">
      <summary>
        {item.matrix?.item}: who answered it{told && ', and its answers in numbers'}
        {cut && `, and by ${cut.toLowerCase()}`}
      </summary>
      <WhoAnswered engagement={engagement} question={item} />
      {told && <Part item={item} />}
      {cut && <Cut question={item} number={number} name={cut} />}
    </details>
  );
}

/** The answers to one item with what stands beside those of any question: rounding, what is hidden, and weighting or why not. */
function Part({ item }: { item: Question }) {
  const rows = chosen(item);
  return (
    <>
      <DataTable
        caption={`Answers to: ${item.text}`}
        columns={columnsOf(item, rows)}
        rows={rows}
        rowKey={({ code }) => code}
        sort={{ key: '', down: false }}
      />
      <Notes question={item} />
    </>
  );
}
