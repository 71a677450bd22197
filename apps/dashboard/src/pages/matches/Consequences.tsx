import { useFrame } from '../../app/view';
import { plural } from '../../figures/format';
import type { MatchProgressQuery } from '../../gql/graphql';
import { Facts } from '../../layout/Facts';
import { Section } from '../../layout/Section';
import type { Pair } from './pair-rows';
import { PeopleDrawing } from './PeopleDrawing';

type Progress = MatchProgressQuery['matchProgress'];

/** What the answer would do: to the people, to the figures; and how well answers agree. */
export function Consequences({ pair, progress }: { pair: Pair; progress: Progress | undefined }) {
  return (
    <div className="columns">
      <div className="span-4">
        <WhoTheyAre pair={pair} />
      </div>
      <div className="span-4">
        <WhatItChanges pair={pair} />
      </div>
      <div className="span-4">{progress && <HowWellWeAgree progress={progress} />}</div>
    </div>
  );
}

function WhoTheyAre({ pair: { a, b, together, probability } }: { pair: Pair }) {
  const records = together ? a.personRecords : a.personRecords + b.personRecords;
  const agencies = new Set([...a.personAgencies, ...b.personAgencies]).size;
  const whole = `${plural(records, 'record', 'records')}, heard by ${plural(agencies, 'agency', 'agencies')}`;
  return (
    <Section title={together ? 'If you say different' : 'If you say same'}>
      <PeopleDrawing
        a={together ? 1 : a.personRecords}
        b={together ? 1 : b.personRecords}
        others={together ? records - 2 : 0}
        together={together}
        probability={probability}
      />
      <p className="note">
        {together
          ? `They are one person of ${whole} now. "Different" parts them: each other record goes with the one that it fits better.`
          : `A stands for ${plural(a.personRecords, 'record', 'records')} now, B for ${b.personRecords}. Joining makes one person of ${whole}.`}
      </p>
    </Section>
  );
}

function WhatItChanges({ pair: { a, b, together } }: { pair: Pair }) {
  const { hub } = useFrame();
  const latest = hub.latestEdition?.number;
  const across = new Set([...a.personAgencies, ...b.personAgencies]).size > 1;
  const facts: [string, string][] = [
    ['Same: people, working figures', together ? 'no change' : 'one fewer'],
    ['Different: people, working figures', together ? 'one more' : 'no change'],
    ['Heard by more than one agency', across ? 'yes, if the same' : 'no'],
    ...(latest ? [[`Edition ${latest}`, 'no change'] as [string, string]] : []),
  ];
  return (
    <Section title="What it changes">
      <Facts className="match-facts" facts={facts} />
      <p className="note">
        Published editions never move. Your answer counts from{' '}
        {latest ? `edition ${latest + 1}` : 'the first edition'}, and every later matching keeps to it.
      </p>
    </Section>
  );
}

function HowWellWeAgree({ progress: p }: { progress: Progress }) {
  const share = (part: number, whole: number): string => (whole === 0 ? 'none yet' : `${part} of ${whole}`);
  return (
    <Section title="How well we agree">
      <Facts
        facts={[
          ['Two reviewers, one answer', share(p.agreed, p.twice)],
          ['Reviewers and the model', `${share(p.modelRight, p.sureOfModel)}`],
          ['Sent to a second reviewer', share(p.unsure, p.decided)],
        ]}
      />
      <p className="note">
        Of pairs that two people answered; of pairs where the model was at least 90% sure; of all answers.
      </p>
    </Section>
  );
}
