import type { FigureFilter } from '../../figures/figure';
import { isRefused } from '../../states/Failed';
import { Shown } from '../../states/Shown';
import { BESIDE_RESIDENTS, gapRows, parted } from './gap-rows';
import { Groups } from './Groups';
import { useGaps } from './useGaps';

/** Who is missing among those heard here, or who those of a community are; nothing where no group can be compared, or too few were heard to tell. @param where "of “Carers”" */
export function GroupsHeard({ filter, where }: { filter: FigureFilter; where: string }) {
  const answer = useGaps(filter);
  if (isRefused(answer.error)) return null;
  return (
    <Shown answer={answer} rows={8} title="Who is missing">
      {(figures) => {
        const { people } = parted(gapRows(figures));
        return people.length === 0 ? null : (
          <Groups
            title={figures.underHeard ? (figures.underHeard.heading ?? 'Who is missing') : BESIDE_RESIDENTS}
            name={`${figures.underHeard ? 'Who is missing' : BESIDE_RESIDENTS} ${where}`}
            rows={people}
            figures={figures}
          />
        );
      }}
    </Shown>
  );
}
