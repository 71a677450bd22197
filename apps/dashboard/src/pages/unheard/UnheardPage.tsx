import { Go } from '../../app/Go';
import { useTitle } from '../../app/title';
import { CsvButton } from '../../downloads/CsvButton';
import { isPublished, type Dimension } from '../../figures/figure';
import { count, inSentence, listed } from '../../figures/format';
import { peopleWords } from '../../figures/hidden';
import { HiddenNote, WhyNoNumber } from '../../figures/HiddenTag';
import type { Figures } from '../../figures/useFigures';
import { FilterChips } from '../../filters/FilterChips';
import { useFilters } from '../../filters/useFilters';
import { Section } from '../../layout/Section';
import { ReceiptButton } from '../../receipt/ReceiptButton';
import { Empty } from '../../states/Empty';
import { Shown } from '../../states/Shown';
import { gapMessage, gapRows, notCompared, parted, unmatchedReasons, type GapRow } from './gap-rows';
import { gapColumns, GapTable } from './GapTable';
import { useGaps } from './useGaps';
import { WeightedThemes } from './Weighted';

/** Filters that would cut a group by itself. */
const OMIT: Dimension[] = ['AGE_BAND', 'SEX', 'ETHNIC_GROUP', 'DISABILITY', 'DEPRIVATION'];

/** Who has not been heard: gap bars and their table in one. */
export function UnheardPage() {
  useTitle('Who has not been heard');
  const filters = useFilters(OMIT);
  const answer = useGaps(filters.filter);
  const heard = peopleWords(answer.data?.total);
  return (
    <>
      <div className="head">
        <div>
          <h1>Who has not been heard</h1>
          <p className="lede">
            Share of the people heard, less share of residents. A group that is heard less than its share is
            missing from every other figure here too. <Go to="/engage-next">Where to engage next</Go>.
          </p>
        </div>
      </div>
      <FilterChips filters={filters} result={answer.waiting ? '' : heard} />
      <Shown answer={answer} rows={14} onClear={filters.removeLast}>
        {(figures) => <Gaps figures={figures} />}
      </Shown>
      {filters.chosen.length === 0 && <WeightedThemes />}
    </>
  );
}

function Gaps({ figures }: { figures: Figures }) {
  const rows = gapRows(figures.nodes);
  const { people, wards } = parted(rows);
  if (rows.length === 0) {
    return (
      <Empty title="Nobody here has said who they are">
        <p>
          <Heard figures={figures} /> No group can be compared with residents. Take a filter away to see more.
        </p>
      </Empty>
    );
  }
  return (
    <>
      <p className="summary-line">
        <Heard figures={figures} /> Each group is compared among those of them who answered that question.{' '}
        <ReceiptButton request={{ question: figures.question, keys: [], name: 'everybody heard' }} words />
      </p>
      <Groups title={gapMessage(people)} name="Who has not been heard" rows={people} figures={figures} />
      {wards.length > 0 && (
        <Groups
          title={`By ward: ${inSentence(gapMessage(wards))}`}
          name="Who has not been heard, by ward"
          rows={wards}
          figures={figures}
        />
      )}
    </>
  );
}

/** How many fit the filters, or why that is not told; not all of them are in a group. */
function Heard({ figures: { total } }: { figures: Figures }) {
  return isPublished(total) ? (
    <>
      <strong>{count(total.people.value)} people</strong> were heard.
    </>
  ) : (
    <WhyNoNumber figure={total} />
  );
}

interface GroupsProps {
  title: string;
  name: string;
  rows: GapRow[];
  figures: Figures;
}

function Groups({ title, name, rows, figures }: GroupsProps) {
  const columns = gapColumns(rows, figures.question, true);
  const apart = rows.some((row) => row.characteristic !== 'ward') ? notCompared(figures.nodes) : [];
  const sources = [...new Set(rows.flatMap((row) => row.source ?? []))];
  return (
    <Section
      title={title}
      measure={`Percentage points; each group rests on the people who answered that question. ${sources.join('; ')}. Bold: beyond what chance explains (95%). Not weighted.`}
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
