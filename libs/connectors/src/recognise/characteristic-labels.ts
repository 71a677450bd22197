import type { DemographicField } from '#domain';
import { ASKS_GENDER_IDENTITY } from './gender-identity.js';

/** Labels that ask for a characteristic, and those that bear its word and ask something else. */
const CHARACTERISTICS: readonly [DemographicField, RegExp, not: RegExp | null][] = [
  [
    'age',
    /^age\b|\bage (groups?|bands?|ranges?|brackets?|categor(y|ies))\b|\bhow old are you\b|\byour age\b|\bage$|\bwhat age\b|\bare you aged\b|\byears? old\b|\byear of birth\b|\byear (you were |were you )?born\b|\bborn in which year\b|\bbirth ?year\b|^born( in)? \(?year\)?\??$|^y\.?o\.?b\.?$/,
    /child|pupil|building|property|pet|\bdog\b|average|children/,
  ],
  ['sexual-orientation', /sexual (orientation|identity)|sexuality/, null],
  ['gender-identity', ASKS_GENDER_IDENTITY, /services|support for|community|people|rights/],
  ['gender', /\bgender\b/, /pay gap|equality/],
  ['sex', /^sex\b|\byour sex\b|\bwhat sex\b|\bsex (registered|at birth|assigned)\b/, null],
  [
    'ethnic-group',
    /\bethnic(ity)?\b|\bethnic (group|origin|background)\b/,
    /get on|different ethnic|backgrounds/,
  ],
  // Before disability: whoever is asked whether they look after somebody is asked by the words for the other's condition.
  [
    'carer',
    /\b(a|unpaid|young) carer\b|^carer\b|caring (responsib|for)|look(ing)? after (?!you\b).{0,80}(illness|disab|long-term)|\bunpaid (care|help|support)\b|\b(give|provide|providing|giving)\b.{0,30}\b(help|support|care)\b.{0,40}\b(to|for)\b.{0,80}(illness|disab|long-term|old age)/,
    /day care|care home|carers'? (centre|service)|\b(we|council|nhs|service|staff) (give|provide)/,
  ],
  [
    'disability',
    /\bdisab(ility|ilities|led)\b|long[- ]?(term|standing).{0,60}(condition|illness|disability|impairment)|\bhealth (condition|problem)s?\b.{0,80}(limit|last)|day-to-day activities|\blimit(s|ed|ing)? (your |my |daily )?activit(y|ies)\b|\bactivit(y|ies) (are )?limited\b/,
    /access for|disabled (people|access|parking)|services for/,
  ],
  ['religion', /\breligio(n|us)\b|\bfaith\b|religion or belief/, /different|faith in/],
  ['pregnancy', /\bpregnan(t|cy)\b|\bmaternity\b/, /services|care|unit/],
  ['marriage', /\bmarital\b|\bmarried\b|civil partnership|relationship status/, null],
  [
    'armed-forces',
    /armed forces|\bveteran\b|\bserved in\b.*\bforces\b|military service/,
    /services for|covenant/,
  ],
  ['tenure', /\btenure\b|\brent or own\b|\bown or rent\b/, null],
  [
    'employment',
    /\bemployment (status|situation)\b|\bworking status\b|\bemployed\b.*\byou\b|^employment$|\beconomic(ally)? (status|activity)\b/,
    null,
  ],
];

/** The heading of a part of a form, which says whose home and not whose age. */
const OF_HOME = /^(about )?(your |the |my )?(household|home|family)( details)? - (?=\S)/;

/** The characteristic that a label asks for, whatever its cells; null where it asks for none. */
export const characteristicNamed = (label: string): DemographicField | null => {
  const asked = label
    .replace(/^(q(uestion)? ?\d+[a-z]?[.:)]?|\d+[a-z]?[.:)])[\s-]+/, '')
    .replace(OF_HOME, '');
  return CHARACTERISTICS.find(([, says, not]) => says.test(asked) && !not?.test(asked))?.[0] ?? null;
};

/** Answers that nearly every characteristic has: they tell none. */
const OF_ANY =
  /^(yes|no|y|n|true|false|1|0|other|another|none|none of (these|the above)|other[,:( -].*|any other|self[- ]describe.*|prefer to self[- ]describe.*|neither|both|all)$/i;

/** Is this an answer that one characteristic alone has? */
export const tellsOne = (value: string): boolean => !OF_ANY.test(value.trim());

/** A column is about somebody or something else than the person who answers. */
const OF_OTHERS =
  /\b(child(ren)?|sons?|daughters?|pupils?|partner|spouse|husband|wife|bab(y|ies)|pets?|dogs?|doctor|clinician|staff|employees?|building|household|famil(y|ies)|customers?|members?|clients?|users|people|others?|someone|friends?|play area|club|team|property)\b/;
/** What is had, known or thought of because of a characteristic, and is not the characteristic. */
const OF_THINGS =
  /\b(access(ible)?|parking|badges?|benefits?|services?|toilets?|aware|know|heard|worried|concerned|satisfied|enough|should|facilities|crime|policy|policies|groups? like|forum|event|treated|discriminat\w*|because of your|opinion|views?|feel|think|important|difficult|easy|affect(s|ed)?)\b/;
/** "Which age groups would use it?" asks of whom something is for. */
const OF_USE =
  /\b(would|should|could|use[sd]?|using|benefits?|attend|for whom|aimed at|mainly for|affected)\b/;
const OF_ONESELF = /\b(you|your|yourself|you're|my|me|i|i'm|respondent('?s)?|participant('?s)?)\b/;
const ASKS_ONESELF = /\b(are|do|have) you (?!(aware|worried|think|feel|know|heard|satisfied)\b)|\byourself\b/;
/** "Anyone because they have conditions" is how the census asks about carers, "people of" how it names groups. */
const CENSUS: Partial<Record<DemographicField, RegExp>> = {
  carer: /\b(anyone|someone|family|members?|friends?|neighbours?|others?|people|child(ren)?|partner)\b/g,
  disability: /\baffect(s|ed)?\b|\bfeel\b/g,
  marriage: /\bpartner\b/g,
  pregnancy: /\b(bab(y|ies)|child)\b/g,
  'armed-forces': /\b(famil(y|ies)|partner|spouse|members?|services?)\b/g,
  employment: /\bemployees?\b/g,
};

/** Who it is that answers. */
const ANSWERING = /\b(person|one) (who is |who's )?(answering|responding|completing|filling)\b/;

/** Does a label that names a characteristic ask for that of the person who answers? Null where it does not tell. */
export function asksOfSelf(label: string, field: DemographicField): boolean | null {
  const heading = OF_HOME.exec(label)?.[0] ?? '';
  const own = label.slice(heading.length).replace(CENSUS[field] ?? /$^/, '');
  if (OF_OTHERS.test(own)) return false;
  if (OF_THINGS.test(own)) return ASKS_ONESELF.test(own) ? null : false;
  if (OF_ONESELF.test(own)) return true;
  if (OF_USE.test(own)) return false;
  if (ANSWERING.test(own)) return true;
  // Under "Your household" it may be asked of whoever lives there: the cells decide.
  return heading === '' && own.split(/\s+/).length <= 6 ? true : null;
}
