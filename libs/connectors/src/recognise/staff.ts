import { isScaleStep } from '#domain';
import { ask, finding, type Finding, left } from './meaning.js';
import type { ColumnProfile } from './profile.js';
import { isDecimal, isPersonName } from './shapes.js';
import { isTick } from './tick-all.js';
import { ASKS, isOfTheOffice, OF_REACHING, OF_THE_OFFICE } from './words.js';

const WORKER =
  '(?:(?:case|key|social|support|youth|outreach|link|field|community|housing|project|settlement) ?workers?|field ?workers?)';
const BY_OFFICE =
  '(?:(?:call|contact|case|complaints?|enquir(?:y|ies)|duty|lead|responsible|reporting|recording|receiving|field|housing|planning|engagement|consultation|community|council|customer services?|data entry|data|support|survey|visiting|assigned|allocated|link|ward|liaison|our) )*';
const WHO =
  '(?:officers?|agents?|handlers?|call ?takers?|call ?handlers?|(?:call|contact|phone|telephone|switchboard|data entry|helpline) operators?|advis[eo]rs?|clerks?|inputters?|interviewers?|surveyors?|enumerators?|canvassers?|facilitators?|researchers?|scribes?|note ?takers?|transcribers?|moderators?|assessors?|inspectors?|assignees?|caseworkers?|helpers?|staff members?|members? of staff|(?:staff|officer|agent)(?= (?:name|initials|id)))';
/** Who is called so took part in the answer or is asked for by name: staff where the cells are a few names of people. */
const HELPED =
  /^(volunteer|named nurse|nurse|team member|staff|midwife|health visitor|care co-?ordinator|befriender|mentor|coach)( names?)?$/;
const DONE =
  '(?:taken|entered|keyed|typed|inputted|input|transcribed|recorded|logged|collected|conducted|facilitated|interviewed|surveyed|canvassed|captured|handled|scribed|data entered)';
/** Labels that name whoever took, typed or dealt with an answer. */
const STAFF = new RegExp(
  `^(?:(?:the )?names? of (?:the )?)?(?:${BY_OFFICE}(?:${WHO}|${WORKER})(?:['\u2019]?s)?|(?:form |survey |interview |data |answers? )?${DONE} by)(?: (?:names?|full name|initials|id|code|ref|no\\.?|number))?(?: \\((?:name|initials|staff)\\))?:?$`,
);

const TITLE =
  /^(mr|mrs|ms|miss|mx|dr|doctor|prof|professor|rev|revd|reverend|sir|lady|lord|dame|cllr|councillor|capt|captain|major|col|fr|father|sister|master|madam|other|none|prefer not to say|mr (and|&) mrs)\.?$/i;
/** As forms ask how somebody wants to be reached; with a question mark it may be what the questions are about. */
const REACHED =
  /^(your )?((preferred|best|chosen) (contact( (method|means|channel|time|by))?|(method|means|mode|way|form|time)s? (of|to|for) contact( you)?|way to (reach|contact) you|time to (call|contact|phone)( you)?)|contact (preferences?|methods)|how to contact( you)?)$/;

/** Letters of a cell, on the average, above which it is no name. */
const LONGEST_NAME = 40;
/** Of these people are asked what they think, also by a mark in figures. */
const OF_THEIR_WORK = /surveyor|advis[eo]r|facilitator/;
/** These may be numbered, and nobody marks them. */
const NEVER_MARKED =
  /\b(interviewer|enumerator|canvasser|inputter|clerk|scribe|note ?taker|transcriber|assignee)|\bby\b| (id|code|no\.?|number|ref)$/;
const HIGHEST_MARK = 10;
const isMark = (value: string): boolean =>
  /^\d{1,2}(\.0+)?$/.test(value.trim()) && Number(value) <= HIGHEST_MARK;

/** Do the cells say yes and no, or tick? "Key worker" is then asked of the person; 1 and 2 may be two interviewers. */
const saysWhether = (words: string, { counts, overflow }: ColumnProfile): boolean =>
  overflow === 0 &&
  [...counts.keys()].every(isTick) &&
  !(NEVER_MARKED.test(words) && [...counts.keys()].every(isMark));

/** Cells that tell what people thought of somebody, and not who that was. */
function isOpinion(words: string, profile: ColumnProfile): boolean {
  if (profile.counts.size < 2 || / (id|code|no\.?|number|ref)$/.test(words)) return false;
  const inFigures = OF_THEIR_WORK.test(words) || /^(sub-?)?team/.test(words);
  return profile.share((value) => isScaleStep(value) || (inFigures && isDecimal(value))) > 0.3;
}

/** Columns about whoever took an answer, or about how somebody is addressed and reached: nobody's answer to a question. */
export function staffOrAddress(words: string, profile: ColumnProfile): Finding | null {
  if (profile.share((value) => TITLE.test(value)) > 0.9 && profile.share(isPlainTitle) > 0.5)
    return left('how somebody is addressed', 0.9);
  if (ASKS.test(words)) return null;
  if (REACHED.test(words)) return left(OF_REACHING, 0.85);
  if (words === 'operator')
    return profile.share(isPersonName) > 0.6
      ? leftInDoubt('who took or entered the answer', OPERATORS)
      : null;
  if (HELPED.test(words))
    return profile.share(isPersonName) > 0.8 && profile.distinct <= 0.5 * profile.filled
      ? left('who took or entered the answer', 0.8)
      : null;
  const team = /^(team|team name|sub-?team)$/.test(words);
  if (!team && !STAFF.test(words)) return null;
  // "Surveyor" over "Good" and "Poor" asks what somebody thought of them.
  if (isOpinion(words, profile) || saysWhether(words, profile)) return null;
  const what = team
    ? 'a team of the office'
    : isOfTheOffice(words)
      ? OF_THE_OFFICE
      : 'who took or entered the answer';
  if (!NEVER_MARKED.test(words) && profile.counts.size > 1 && profile.share(isMark) > 0.9)
    return leftInDoubt(what, MARKS);
  const said =
    profile.meanLength > LONGEST_NAME || profile.share((value) => /\S+(\s+\S+){4}/.test(value)) > 0.5;
  return said ? leftInDoubt(what, 'holds sentences') : left(what, 0.9);
}

const MARKS = 'holds figures that may be marks';
const OPERATORS = 'holds names that may be of firms';

const leftInDoubt = (what: string, holds: string): Finding =>
  finding(
    { as: 'ignore', what },
    0.5,
    `The label says ${what}; the cells may say more.`,
    ask('left-out', `This column ${holds} and is left out as ${what}: are they answers of people?`),
  );

const isPlainTitle = (value: string): boolean => /^(mr|mrs|ms|miss|mx|dr|prof|rev|cllr)\b/i.test(value);
