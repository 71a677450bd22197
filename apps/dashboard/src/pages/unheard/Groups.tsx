import { CsvButton } from '../../downloads/CsvButton';
import { inSentence, listed } from '../../figures/format';
import { HiddenNote } from '../../figures/HiddenTag';
import type { Figures } from '../../figures/useFigures';
import { Section } from '../../layout/Section';
import { BOLD, NO_VERDICT, notCompared, unmatchedReasons, type GapRow } from './gap-rows';
import { gapColumns, GapTable } from './GapTable';

interface Props {
  title: string;
  name: string;
  rows: GapRow[];
  figures: Figures;
}

/** Gaps of groups as bars and their table in one, with what it rests on. */
export function Groups({ title, name, rows, figures }: Props) {
  const columns = gapColumns(rows, figures.question, true);
  const apart = rows.some((row) => row.characteristic !== 'ward') ? notCompared(figures.nodes) : [];
  const sources = [...new Set(rows.flatMap((row) => row.source ?? []))];
  return (
    <Section
      title={title}
      measure={`Percentage points; each group rests on the people who answered that question. ${sources.join('; ')}. ${figures.underHeard ? BOLD : NO_VERDICT} Not weighted.`}
      tools={<CsvButton title={name} columns={columns} rows={rows} />}
    >
      <GapTable rows={rows} columns={columns} />
      <p className="note">
        People who did not say, or were not asked, are in no group. Where many did not say, a gap may be
        theirs. <HiddenNote note={figures.note} />
      </p>
      {unmatchedReasons(rows).map((reason) => (
        <p className="note" key={reason}>
          {reason}
        </p>
      ))}
      {apart.length > 0 && (
        <p className="note">
          Not compared, because many were asked by wider groups: {inSentence(listed(apart))}.
        </p>
      )}
    </Section>
  );
}
