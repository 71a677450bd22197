import { WARDS, type DecisionDraft, type PriorityRecord } from '#domain';

const LONGEST_TITLE = 160;

/**
 * The decision that an agency's own record is: what it set out to look at, and what it says it did. It rests on no figure until
 * somebody ties one; where it names no action, it is planned without a day and so is never called late.
 */
export function decisionOfPriority(record: PriorityRecord): DecisionDraft {
  const ward = WARDS.find(({ name }) => name.toLowerCase() === record.place?.trim().toLowerCase());
  return {
    agency: record.agency,
    reference: record.id,
    public: true,
    title: titleOf(record.text),
    decided: record.action ?? record.text,
    decidedOn: record.issuedOn,
    why: null,
    willDo: true,
    notDone: null,
    notDoneBecause: null,
    decidedBy: null,
    model: null,
    lead: record.place === null ? null : `Neighbourhood team, ${record.place}`,
    portfolio: null,
    engagements: [record.engagement],
    themes: [],
    wards: ward ? [ward.code] : [],
    communities: [],
    priorities: [],
    evidence: [],
    quotes: [],
    actions: [actionOf(record)],
  };
}

/** The first line, cut between words where it is long. */
function titleOf(text: string): string {
  const [line = ''] = text.trim().split('\n');
  if (line.length <= LONGEST_TITLE) return line;
  return `${line.slice(0, LONGEST_TITLE).replace(/\s+\S*$/, '')}…`;
}

const actionOf = ({ action, actionOn, place }: PriorityRecord): DecisionDraft['actions'][number] => ({
  what: action ?? 'No action is recorded yet.',
  owner: place === null ? null : `Neighbourhood team, ${place}`,
  due: null,
  state: action === null ? 'planned' : 'done',
  doneOn: actionOn,
  because: null,
  effect: null,
  effectFigure: null,
});

/**
 * A record that was published again: its own words and days are new, and what people tied to it meanwhile stays.
 * @returns null where nothing of it has changed
 */
export function priorityAgain(held: DecisionDraft, record: PriorityRecord): DecisionDraft | null {
  const { title, decided, decidedOn, actions } = decisionOfPriority(record);
  const next: DecisionDraft = { ...held, title, decided, decidedOn, actions };
  const own = (one: DecisionDraft): string =>
    JSON.stringify([
      one.title,
      one.decided,
      one.decidedOn,
      one.actions.map(({ what, state, doneOn }) => [what, state, doneOn]),
    ]);
  return own(held) === own(next) ? null : next;
}
