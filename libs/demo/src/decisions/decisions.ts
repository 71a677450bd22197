import type { AnswerPromise, DecisionAction, DecisionDraft, PlanPriority, QuoteReference } from '#domain';
import { councilDecisions } from './council.js';
import { healthDecisions, policeDecisions, voluntaryDecisions } from './partners.js';
import type { StoryAction, StoryDecision } from './story.js';

export interface DemoDecisions {
  priorities: PlanPriority[];
  promises: AnswerPromise[];
  decisions: DecisionDraft[];
}

const STORY: readonly [agency: string, decisions: readonly StoryDecision[]][] = [
  ['plymouth-city-council', councilDecisions],
  ['devon-and-cornwall-police', policeDecisions],
  ['nhs-devon', healthDecisions],
  ['plymouth-vcs', voluntaryDecisions],
];

const priority = (
  agency: string,
  code: string,
  plan: string,
  title: string,
  themes: string[],
): PlanPriority => ({
  agency,
  code,
  plan,
  title,
  themes,
});

const PRIORITIES: readonly PlanPriority[] = [
  priority('plymouth-city-council', 'safe-streets', 'Safer Plymouth plan (made up)', 'Safe streets by day and night', ['safety-at-night-and-on-transport', 'street-lighting']),
  priority('plymouth-city-council', 'young-people-thrive', 'Corporate plan (made up)', 'Young people thrive', ['young-people']),
  priority('plymouth-city-council', 'clean-and-green', 'Corporate plan (made up)', 'Clean and green', ['litter', 'fly-tipping']),
  priority('devon-and-cornwall-police', 'local-and-seen', 'Policing plan (made up)', 'Local and seen', ['policing']),
  priority('nhs-devon', 'care-close-to-home', 'Joint forward plan (made up)', 'Care close to home', ['council-and-partner-services']),
  priority('nhs-devon', 'mind-as-body', 'Joint forward plan (made up)', 'Mind as body', ['mental-health-and-vulnerability']),
]; // prettier-ignore

const PROMISES: readonly AnswerPromise[] = [
  {
    agency: 'plymouth-city-council',
    months: 6,
    words: 'We say within six months what became of what you said.',
    contact: 'Community safety (made up), ask@council.example.org',
  },
  {
    agency: 'devon-and-cornwall-police',
    months: 6,
    words: null,
    contact: 'Neighbourhood teams (made up), teams@police.example.org',
  },
  {
    agency: 'nhs-devon',
    months: 9,
    words: null,
    contact: 'Involvement team (made up), involve@nhs.example.org',
  },
];

/**
 * What the agencies of the demonstration decided, beside the police's neighbourhood priorities, which are fetched like everybody
 * else's. Each rests on a figure of the first edition. Invented, and said so.
 * @param today ISO date: due days are counted from it, so that every state is shown
 * @param edition the number of the edition whose figures they rest on
 * @param quotesOf what that edition quotes of a theme
 * @param communitiesOf codes of the communities of that edition whose names hold some words
 */
export function demoDecisions(
  today: string,
  edition: number,
  quotesOf: (theme: string) => Pick<QuoteReference, 'quote' | 'stance'>[] = () => [],
  communitiesOf: (words: string) => string[] = () => [],
): DemoDecisions {
  return {
    priorities: [...PRIORITIES],
    promises: [...PROMISES],
    decisions: STORY.flatMap(([agency, decisions]) =>
      decisions.map((decision) => ({
        ...draftOf(agency, decision, today, edition),
        communities: (decision.organisations ?? []).flatMap(communitiesOf),
        quotes: quotesOf(decision.themes[0] ?? '').map((quote) => ({ ...quote, edition })),
      })),
    ),
  };
}

/** Themes that the decisions speak of, each once. */
export const demoThemes = (): string[] => [
  ...new Set(STORY.flatMap(([, decisions]) => decisions.flatMap(({ themes }) => themes))),
];

const NOTICE = 'Synthetic: this decision was not taken.';

function draftOf(agency: string, story: StoryDecision, today: string, edition: number): DecisionDraft {
  const [theme = ''] = story.themes;
  return {
    agency,
    reference: story.reference,
    public: true,
    title: story.title,
    decided: story.decided,
    decidedOn: story.on,
    why: `${story.why} ${NOTICE}`,
    willDo: !story.refused,
    notDone: story.notDone ?? null,
    notDoneBecause: story.because ?? null,
    decidedBy: story.by,
    model: story.model,
    lead: story.lead,
    portfolio: story.portfolio ?? null,
    engagements: [`${agency}/${story.engagement}`],
    themes: [...story.themes],
    wards: [...(story.wards ?? [])],
    communities: [],
    priorities: [...story.priorities],
    evidence: [{ figure: `themes-by-community/theme=${theme}`, edition }],
    quotes: [],
    actions: story.actions.map((action) => actionOf(action, today)),
  };
}

function actionOf(action: StoryAction, today: string): DecisionAction {
  const none = { because: null, effect: null, effectFigure: null };
  if (action.is === 'will-not-do')
    return {
      ...none,
      what: action.what,
      owner: action.owner,
      due: null,
      state: 'will-not-do',
      doneOn: null,
      because: action.because,
    };
  const day = new Date(Date.parse(today) + action.days * 86_400_000).toISOString().slice(0, 10);
  return {
    ...none,
    what: action.what,
    owner: action.owner,
    due: day,
    state: action.is === 'late' ? 'under-way' : action.is,
    doneOn: action.is === 'done' ? day : null,
    effect: action.effect ?? null,
  };
}
