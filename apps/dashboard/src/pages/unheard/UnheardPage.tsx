import { Go } from '../../app/Go';
import { useTitle } from '../../app/title';
import { isPublished, type Dimension } from '../../figures/figure';
import { capital, inSentence } from '../../figures/format';
import { peopleWords } from '../../figures/hidden';
import { WhyNoNumber } from '../../figures/HiddenTag';
import { peopleTold } from '../../figures/people-told';
import type { Figures } from '../../figures/useFigures';
import { FilterChips } from '../../filters/FilterChips';
import { useFilters } from '../../filters/useFilters';
import { ReceiptButton } from '../../receipt/ReceiptButton';
import { Empty } from '../../states/Empty';
import { Shown } from '../../states/Shown';
import { BESIDE_RESIDENTS, gapRows, parted } from './gap-rows';
import { Groups } from './Groups';
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
  const rows = gapRows(figures);
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
      <Groups
        title={headingOf(figures, 'heading')}
        name="Who has not been heard"
        rows={people}
        figures={figures}
      />
      {wards.length > 0 && (
        <Groups
          title={`By ward: ${inSentence(headingOf(figures, 'wardsHeading'))}`}
          name="Who has not been heard, by ward"
          rows={wards}
          figures={figures}
        />
      )}
    </>
  );
}

const headingOf = ({ underHeard }: Figures, which: 'heading' | 'wardsHeading'): string =>
  underHeard ? (underHeard[which] ?? 'Who has not been heard') : BESIDE_RESIDENTS;

/** How many fit the filters, or why that is not told; not all of them are in a group. */
function Heard({ figures: { total } }: { figures: Figures }) {
  return isPublished(total) ? (
    <>
      <strong>{capital(peopleTold(total))}</strong> were heard.
    </>
  ) : (
    <WhyNoNumber figure={total} />
  );
}
