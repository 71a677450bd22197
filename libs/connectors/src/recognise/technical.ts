import { finding, type Finding, left } from './meaning.js';
import type { ColumnProfile } from './profile.js';
import { idWords } from './record-columns.js';
import { isCommaDecimal, isDecimal, isInteger, isIp, isPersonName, isUrl, isUuid } from './shapes.js';
import { ASKS, asksToContact, CONSENT, NOBODYS } from './words.js';

/** A tool's own note of how far somebody came, although some write it with a question mark. */
const PAGE_REACHED = /^(last|current|furthest|highest) page( (reached|seen|viewed|completed))?\??$/;

/** Columns that are nobody's answer. */
export function technical(words: string, profile: ColumnProfile): Finding | null {
  if (profile.share(isIp) > 0.8) return left('the address of a machine', 0.98);
  if (profile.share(isUuid) > 0.9)
    return idWords(words) > 0 && profile.unique ? null : left('a number of the tool', 0.9);
  if (profile.share(isUrl) > 0.8) return left('an address or a file', 0.9);
  if (
    profile.share((value) =>
      /^-?\d{1,3}\.\d+[ ,]+-?\d{1,3}\.\d+([ ,]+[\d.]+)*$|^(POINT|POLYGON)\b/i.test(value),
    ) > 0.8
  )
    return left('coordinates', 0.95);
  const known = NOBODYS.find(([pattern]) => pattern.test(words));
  if (!known) return null;
  const [, what] = known;
  // A question that only sounds like it: people's own words, or the answers of a scale.
  const asks = (/\?$/.test(words) && !PAGE_REACHED.test(words)) || (ASKS.test(words) && words.length > 30);
  if (asks && what !== 'the address of a machine' && what !== 'the analyst’s') return null;
  if (what === 'about an account' && profile.share(isPersonName) > 0.6)
    return finding(
      { as: 'respondent', field: 'fullName' },
      0.7,
      'The cells are names of people: kept apart as such.',
    );
  if (what === 'a count by the tool' && profile.share(isInteger) < 0.9) return null;
  if (
    what === 'coordinates' &&
    profile.share(isDecimal) < 0.5 &&
    profile.share(isCommaDecimal) < 0.5 &&
    !/geo|coord|what3/.test(words)
  )
    return null;
  if (what === 'a time of the tool' && /^(start|started|last)/.test(words)) return left(what, 0.85);
  return left(what, 0.9);
}

const YES_NO =
  /^(yes|no|y|n|true|false|1|0|1\.0|0\.0|agree|disagree|i agree|i do not agree|i consent|i do not consent|agreed|consent|ok|checked|ticked|x|on|accept(ed)?|declined?|i confirm.*|i understand.*|yes,? i .*|no,? i .*)$/i;

export function consent(words: string, profile: ColumnProfile): Finding | null {
  const permits = CONSENT.test(words);
  const contact = asksToContact(words);
  if (!permits && !contact) return null;
  const values = profile.values();
  if (values.length > 4 || !values.every((value) => YES_NO.test(value) || value.length > 20)) return null;
  if (permits && !contact && values.some((value) => YES_NO.test(value)))
    return finding({ as: 'consent' }, 0.9, 'The label asks for consent and the cells say yes or no.');
  if (permits && values.length === 1) return finding({ as: 'consent' }, 0.8, 'Everybody agreed to the same.');
  if (
    contact &&
    (permits ||
      /\b(be |to )?(contacted|contact (me|you)|kept (informed|up)|keep (me|you))|further research|mailing list|newsletters?|subscri|marketing/.test(
        words,
      ))
  )
    return left('whether they may be written to', 0.8);
  return null;
}
