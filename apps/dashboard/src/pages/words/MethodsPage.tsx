import { Go } from '../../app/Go';
import { HiddenTag } from '../../figures/HiddenTag';
import { Words } from './Words';

export function MethodsPage() {
  return (
    <Words title="Methods">
      <h2>Who is counted</h2>
      <p>
        People who took part in something that the council, the police, a health body or a voluntary group
        asked. They chose to speak; the city was not sampled. So a figure says how many people raised
        something with us, not how many in the city think so. <Go to="/unheard">Who has not been heard</Go>{' '}
        says who is missing.
      </p>
      <h2>Three counts, always together</h2>
      <ul>
        <li>
          <strong>Submissions</strong>: everything received and valid. Nothing is thrown away, however alike.
        </li>
        <li>
          <strong>People</strong>: after submissions by the same person have been joined, also across
          agencies. The range is what we cannot be sure of.
        </li>
        <li>
          <strong>Distinct arguments</strong>: copies and campaign letters grouped, so that each point is read
          once.
        </li>
      </ul>
      <h2>Themes</h2>
      <p>
        Comments are coded to one published codebook, whichever agency they were made to. A person may raise
        several themes, so shares add to more than 100%. A broader theme counts everybody in its kinds once.
        Comments that fit no theme are shown as a row of their own.
      </p>
      <Comparing />
      <Protection />
      <h2>Recorded crime</h2>
      <p>
        It stands in a panel of its own, never on the same axis, because it counts something else. Devon and
        Cornwall Police changed their recording system in November 2022; figures before and after must not be
        compared.
      </p>
      <h2>Editions</h2>
      <p>
        Figures are published in numbered editions that never change. Every figure carries its edition and a
        fingerprint; “Run again” in its receipt asks the hub for the same figure once more. See{' '}
        <Go to="/editions">all editions</Go>.
      </p>
    </Words>
  );
}

function Comparing() {
  return (
    <>
      <h2>Shares, rates and intervals</h2>
      <p>
        A share is of the people heard under the same filters, or of those who answered the question; none is
        given where fewer than 30 did. A rate is per 1,000 residents (Census 2021), or per 1,000 of those in
        the one group of the census that is filtered by; none is given for fewer than 10 people. Intervals are
        95%; how each was worked out stands in its receipt.
      </p>
      <h2>Rose or fell, more here or less</h2>
      <p>
        Counts rise and fall with the consultations that happen to be open. So change is told only of what
        asked the same in both years: a standing feed, or a survey that its agency says it repeated. Within
        each, the share that raised a theme is compared, and the differences are averaged; how much such
        series wander for no reason is part of the uncertainty. A heading tells only what stands when all
        themes are tried at once. Where too little was asked twice, we say that it can’t be compared, and why.
        A ward is compared with the rest of the city inside each consultation, all wards and themes at once,
        or not at all.
      </p>
    </>
  );
}

function Protection() {
  return (
    <>
      <h2>Protecting people</h2>
      <p>
        To every number of people a little is added or taken away, at most 3 and always the same for the same
        people; then it is rounded to 5. <HiddenTag /> stands for fewer than 8 people (perhaps none), or for a
        figure that is hidden so that another cannot be worked out; we do not say which. In public at most
        three things can be combined, filters and the table’s own. Periods, areas, age groups and agencies
        taken together are counted as such, each person once; no zero is told of a ward. A list of several
        wards, ages or other characteristics of a person is the sum of their figures, and what is hidden is
        not in it. A person may be in several agencies, quarters, themes or communities, so a list of these is
        no number of people: we say between which two numbers it lies, or, where that would say nothing, show
        the parts alone. A figure stays from edition to edition until its count has moved by five. Downloads
        and the API obey the same rules as these pages.
      </p>
    </>
  );
}
