import { matrixHeading } from '#statements';
import { CsvButton } from '../../../downloads/CsvButton';
import { Section } from '../../../layout/Section';
import { DataTable } from '../../../tables/DataTable';
import { answerColumns, type Question } from './answer-columns';
import { Cut } from './Cut';
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
export function Matrix({ engagement, items, number, cut }: Props) {
  const rows: ScaleRow[] = items.map(({ key, matrix, all }) => ({
    key,
    name: matrix?.item ?? key,
    answers: all,
  }));
  const columns = scaleColumns(rows, 'About');
  const [first] = items;
  const text = first?.matrix?.text ?? first?.text ?? '';
  const isScale = rows.some(({ answers }) => answers.options.some(({ side }) => side !== null));
  return (
    <Section
      id={`question-${number}`}
      title={isScale ? matrixHeading(rows.map(({ name, answers: { net } }) => ({ name, net }))) : text}
      measure="Share of the people who rated each; the net is the good side less the bad one, “neither” apart. Don’t know and no answer are in no share."
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
        </>
      ) : (
        items.map((item) => <Part key={item.key} item={item} />)
      )}
      {items.map((item) => (
        <details key={item.key} className="item-details">
          <summary>
            {item.matrix?.item}: who rated it{cut ? `, and by ${cut.toLowerCase()}` : ''}
          </summary>
          <WhoAnswered engagement={engagement} question={item} />
          {cut && <Cut question={item} number={number} name={cut} />}
        </details>
      ))}
    </Section>
  );
}

function Part({ item }: { item: Question }) {
  const rows = item.all.options.filter(({ role }) => role === 'OPTION' || role === 'OTHER');
  return (
    <>
      <h3>{item.matrix?.item}</h3>
      <DataTable
        caption={`Answers to: ${item.text}`}
        columns={answerColumns(
          rows,
          rows.some(({ percent }) => percent !== null),
        )}
        rows={rows}
        rowKey={({ code }) => code}
        sort={{ key: '', down: false }}
      />
    </>
  );
}
