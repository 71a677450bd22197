import { looksLikeChoice, namesField } from './fields.js';
import { ask, finding, type Finding, left } from './meaning.js';
import type { ColumnProfile } from './profile.js';
import { ASKS, WEIGHTS } from './words.js';
import { isScaleStep, wardByCode, wardByName } from '#domain';

const isWard = (value: string): boolean => (wardByCode(value) ?? wardByName(value)) !== null;

/** Words of a label that make it an id, weightiest first; 0 where it is none. */
export function idWords(words: string): number {
  if (
    /^(unique )?(response|submission|respondent|record|entry|answer|contribution|feedback|case|reply|participant)[ -]?(id|ref(erence)?|no\.?|number|#)$/.test(
      words,
    )
  )
    return 5;
  if (/^(response|resp|respondent|submission|record|recordid|responseid)$/.test(words)) return 4;
  if (
    /^(id|ref|ref(erence)?\.?( (no|number|id))?|reference|our ref|case)$|^(#|no\.?|number|serial( (no|number))?|s\/?n|urn)$/.test(
      words,
    )
  )
    return 4;
  if (
    /^(token|global ?id|instance ?id|uuid|guid|object ?id|_id|row id|comment id|proposal id|idea id|network id)$/.test(
      words,
    )
  )
    return 3;
  if (/^(unique|survey|user|external|internal|system)[ -]?(id|ref(erence)?|no|number)$/.test(words)) return 2;
  return /(^| )(id|ref|reference|identifier)$/.test(words) && words.length < 30 ? 2 : 0;
}

const STATUS =
  /\b(status|(response|record|entry|submission|row) (type|kind)|finished|complete(d|ness)?|(submission|response|review|moderation|approval|processing|publication|workflow) state)\b/;
const STATUS_CELL =
  /^(complete(d)?|partial(ly)?( complete(d)?)?|incomplete|in progress|started|((survey|a) )?(test|preview|dummy|demo|training)(ing)?( (response|record|entry|submission|data|row|form|only))?|spam|live|real|genuine|actual|normal|ip address|imported|disqualified|screened ?out|quota full|over ?quota|abandoned|submitted|finished|true|false|deleted|valid|invalid|new|opened|bounced|terminated|approved|not approved|rejected|removed|hidden|unpublished|duplicate|published|pending|confirmed|unconfirmed|unread|read|received|under review|in review|reviewed|edited|has ?issues|flagged|accepted|archived|processed|unprocessed|awaiting \w{1,15}|open|closed|withdrawn( by .{1,30})?|retracted|on hold|1|0|\d{1,3}%?)$/i;

/** A column that marks rows as no answers: "Is draft", "In draft", "Test submission". */
const FLAG =
  /^(((is|was) )?(this |it )?(a |an )?(draft|test|testing|dummy|demo|training|spam|preview|deleted)( (submission|response|entry|record|data|row|form|case|call|survey|flag|mode|only))?|in (draft|test|preview)( mode)?|test\/?live)( ?\((y|yes|true|t|1|tick)?[ /]*(n|no|false|f|0|if so|if yes)?\))?\??$/;
/** The stroke of "(Y/N)" may have been taken for that of a group. */
const YES_NO_BESIDE = / ?\((y|yes|true|t|1) ?\/ ?(n|no|false|f|0)\)(?=\??$)/;
const BRACKETS_BEHIND = / ?\([^()]*\)(?=\??$)/;
/** Of these nothing but a row that is no answer can be said; "Test" may be of health, "Training record" of the person. */
const PLAINLY =
  /^((is |was )(this |it )?(a |an )?(draft|test|dummy|demo|spam|preview|deleted)\b|in (draft|preview)\b|(draft|test|dummy|demo|spam|preview|deleted) (submission|response|entry|record|row|call)\b|(is this |is it )?(a )?training (submission|response|entry)\b|test\/?live)/;

// A heading may stand over it; a word alone behind one may be an option ("Needs - Test").
const bareOf = (words: string): string =>
  words.replace(YES_NO_BESIDE, '').replace(/^[^?]{1,60}\s[-–:>|]+\s+(?=\S+\s\S)/, '');

/** What the rows are that such a column marks with "yes"; null where the label is none. */
export function flagged(words: string): 'partial' | 'preview' | 'test' | null {
  const bare = bareOf(words);
  const alone = bare.replace(BRACKETS_BEHIND, '');
  // What was deleted or in training has words of its own around it: alone it may be a subject.
  if (!FLAG.test(bare) || /^(training|deleted|demo|testing|spam|was .*|a .*)\??$/.test(alone)) return null;
  return /draft/.test(bare) ? 'partial' : /preview/.test(bare) ? 'preview' : 'test';
}

/** Can a label that marks rows, or tells their status, mean no more than that? If not, a person is asked of rows left out by it. */
export const marksPlainly = (words: string): boolean =>
  flagged(words) === null
    ? !OF_SOMETHING.test(words) && (!/finished|complete/.test(words) || DONE.test(words))
    : PLAINLY.test(bareOf(words));

/** Statuses that people have, and those of which it does not tell of what they are. */
const OF_PEOPLE =
  /\b(employment|training|work|working|job|economic|marital|relationship|civil|housing|tenancy|accommodation|health|disability|vaccin\w*|immigration|residency|smoking|veteran|student|apprenticeship|course|education|treatment|pregnancy|carer|caring|repair|application|payment|membership|(your|my) \w+)[ -]status\b/;
const OF_SOMETHING =
  /\b(?!(response|record|entry|submission|row|survey|form|answer|interview|completion|questionnaire|contribution|proposal|comment|review|moderation|publication|publishing|validation|approval|collector|data|user|the|is|in|of)[ -])[a-z]+[ -]status\b/;

/** What was finished is the answering; "Course completed" is of something else. */
const DONE =
  /^((is|was|all|fully|the|survey|form|response|record|entry|submission|interview|questionnaire|answers?|progress|percent(age)?|%) )*(finished|completed?|completeness)( (survey|form|response|status|state|date|time))?( ?\([^()]*\))?\??$/;

/** Whether an answer was completed, a test or a preview: told by label and cells together. */
export function status(words: string, profile: ColumnProfile): Finding | null {
  if (flagged(words) && profile.share((value) => /^(yes|no|y|n|true|false|1|0|x)$/i.test(value)) > 0.9)
    return finding({ as: 'status' }, 0.9, 'The label says what is no answer and the cells say yes or no.');
  const cells = profile.share((value) => STATUS_CELL.test(value));
  const asked = /\byour\b|\?/.test(words) && !/^completed?\?$/.test(words);
  return STATUS.test(words) && !asked && !OF_PEOPLE.test(words) && cells > 0.9
    ? finding({ as: 'status' }, 0.9, 'The label says a status and the cells are such.')
    : null;
}

/** "C12", "DCO/001", "Response 7", "1000-2000-7", "uuid:0a1b-99": as people and tools number forms. Plain numbers are told elsewhere. */
const RUNNING_CODE =
  /^(?=.*[a-z/-])[a-z]{0,12}[-/_. #]?\d{1,9}([-/.]\d{1,9}){0,3}[a-z]?$|^(?=.*\d)(?=.*[a-z])[\w:-]{6,80}$/i;

/** Wards of a hospital, in which nobody lives. */
const OF_HOSPITAL =
  /^ward ?(\d|[a-z]\d?\b)|\b(a ?& ?e|accident (and|&) emergency|out-?patients?|in-?patients?|maternity|theatres?|clinic|icu|itu|delivery suite|day (unit|case|surgery)|assessment unit)\b/i;

/** What belongs to the record rather than to the person: ids, place, channel. */
export function record(words: string, profile: ColumnProfile): Finding | null {
  const weight = idWords(words);
  if (weight > 0 && profile.meanLength <= 60) return idColumn(words, weight, profile);
  const asked = /^which (ward|area|neighbou?rhood) do you live( in)?\??$/.test(words);
  const named =
    /^(ward|ward (name|code)|neighbou?rhood|locality|parish|area|community council|town|village|district|electoral (ward|division))$/.test(
      words,
    );
  // What a form calls an area may be any list of its own: then it is an answer like others.
  if (
    named
      ? profile.share((value) => isScaleStep(value) || OF_HOSPITAL.test(value)) < 0.3
      : asked && profile.share(isWard) > 0.6
  )
    return finding({ as: 'place' }, 0.8, 'The label says a place and the cells repeat.');
  if (
    /^(channel|method|data source|survey type|contact type|source|mode|format|how received|(submission|collection|response|completion|survey|contact) (type|method|mode|channel|source)|(mode|method|channel) of (submission|collection|response|completion|contact))$/.test(
      words,
    ) &&
    looksLikeChoice(profile)
  )
    return finding({ as: 'channel' }, 0.75, 'The label says how answers came in.');
  if (/^(weight|weighting|wt|weights?)$/.test(words)) return left(WEIGHTS, 0.9);
  if (profile.unique && profile.filled > 5 && words.length <= 30 && !ASKS.test(words) && !namesField(words)) {
    const codes = profile.share((value) => RUNNING_CODE.test(value));
    if (codes > 0.95) return left('a running number', 0.75);
  }
  return null;
}

/** Labels that name the record or the person who answered, as weighed above. */
const OF_A_RECORD = 4;
/** A number that begins anew with each block of a sheet names nobody. */
const COUNTS_ROWS = /^(#|no\.?|number|serial( (no|number))?|s\/?n)$/;
/** Below this share of different cells an id is of something that many rows share. */
const FEWEST_TO_REPEAT = 0.3;

function idColumn(words: string, weight: number, profile: ColumnProfile): Finding {
  if (profile.unique)
    return finding(
      { as: 'submission-id' },
      0.8 + weight * 0.03,
      'The label says an id and no two cells are alike.',
    );
  return finding(
    { as: 'ignore', what: 'an id that repeats' },
    0.6,
    'The label says an id, but cells repeat.',
    weight >= OF_A_RECORD && !COUNTS_ROWS.test(words) && profile.distinct > FEWEST_TO_REPEAT * profile.filled
      ? ask(
          'id-repeats',
          `Ids that a row before has come again in the file, ${profile.filled - profile.distinct} in all: are they the same people at another time, or sent twice? Each row is read as an answer.`,
        )
      : null,
  );
}
