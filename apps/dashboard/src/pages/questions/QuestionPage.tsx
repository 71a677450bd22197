import { useParams } from 'react-router';
import { useAnswer } from '../../app/answer';
import { useTitle } from '../../app/title';
import { useView } from '../../app/view';
import { month, plural } from '../../figures/format';
import { Crumbs } from '../../layout/Crumbs';
import { Shown } from '../../states/Shown';
import { Advice } from './Advice';
import { EveryTime } from './EveryTime';
import { Gaps } from './Gaps';
import { Lanes } from './Lanes';
import type { OverTime } from './over-time';
import { Pairs } from './Pairs';
import { MEASURE } from './queries';
import { Wordings } from './Wordings';

/** One question over years and agencies. */
export function QuestionPage() {
  const { code = '' } = useParams();
  const { edition, working } = useView();
  const answer = useAnswer({ query: MEASURE, variables: { code, edition, working } });
  return (
    <Shown answer={answer} rows={12}>
      {({ measure }) => <Page of={measure} />}
    </Shown>
  );
}

function Page({ of }: { of: OverTime }) {
  useTitle(of.measure.name);
  const since = of.from ? ` since ${month(of.from)}` : '';
  const words = new Set(of.askings.map(({ wording }) => wording)).size;
  return (
    <>
      <Crumbs trail={[['/questions', 'Questions']]} here={of.measure.name} />
      <div className="head">
        <div>
          <h1>{of.measure.name}</h1>
          <p className="lede">
            Asked {plural(of.times, 'time', 'times')} by {plural(of.agencies, 'agency', 'agencies')}
            {since}, in {plural(words, 'wording', 'wordings')}. Only some may be laid side by side.
          </p>
        </div>
      </div>
      <Lanes of={of} />
      <Wordings of={of} />
      <Pairs of={of} />
      <div className="columns">
        <div className="span-7">
          <Gaps of={of} />
        </div>
        <div className="span-5">
          <Advice of={of} />
        </div>
      </div>
      <EveryTime of={of} />
    </>
  );
}
