import type { Figure } from '#facts';
import { JUDGEMENT, themeOf } from '#reports';
import { inSentence } from '#statements';
import { besideResidents } from '../../public/read/figures-in-html.js';

/** Protected characteristics of the Equality Act 2010 that no figure of a hub is cut by. */
const NOT_ASKED =
  'gender reassignment, marriage and civil partnership, pregnancy and maternity, religion or belief, and sexual orientation';
/** So many groups are named at most. */
const MOST_NAMED = 6;

const CHARACTERISTICS = ['age-band:', 'sex:', 'ethnic-group:', 'disability:', 'deprivation:'];

/** A group as a sentence names it: "aged 15 to 24", "Disabled". */
function named({ keys: [key] }: Figure): string {
  const name = key?.name.replace(/^[A-Z][a-z ]+: /, '') ?? '';
  return key?.code.startsWith('age-band:') ? `aged ${inSentence(name)}` : name;
}

function gapOf(figure: Figure): number | null {
  const shares = besideResidents(figure);
  return shares && shares.heard - shares.residents;
}

/**
 * The equality section as it is drafted: who is heard less than their share of residents, of whom too few are told, and what nobody was asked. Every
 * number in it is a figure; what it means for the decision is left to the author, without whose judgement the report is not released.
 * @param groups figures of "who has not been heard": of a theme's report of everybody heard, otherwise of what the report is about
 * @param underHeard keys of those that are heard clearly less than their share of residents, the widest gap first, as the hub judges it
 * @param ready themes of which a share may be told
 * @param tables codes of the tables of who is missing, of who raised the theme beside residents, and of what each group said; null for one that the report has not
 */
export function draftEquality(
  groups: readonly Figure[],
  underHeard: readonly string[],
  ready: ReadonlySet<string>,
  tables: { missing: string | null; raised: string | null; said: string | null },
): string {
  const own = groups.filter(({ keys: [key] }) => CHARACTERISTICS.some((of) => key?.code.startsWith(of)));
  const compared = own.filter((one) => one.reference !== null);
  const under = underHeard
    .flatMap((code) => compared.find(({ keys: [key] }) => key?.code === code) ?? [])
    .slice(0, MOST_NAMED);
  const untold = compared.filter((one) => gapOf(one) === null && !under.includes(one));
  const withGap = (figure: Figure): string => {
    const theme = themeOf(figure.id);
    const told = gapOf(figure) !== null && (theme === null || ready.has(theme));
    return told ? `${named(figure)} ([[${figure.id} | gap]])` : named(figure);
  };
  const everybody = tables.raised === null ? '' : ' (of everybody heard, on any theme)';
  const where = tables.missing === null ? everybody : ` (${tables.missing})`;
  return [
    under.length > 0
      ? `Heard less than their share of residents${where}: ${under.map(withGap).join('; ')}.`
      : `No group is clearly heard less than its share of residents${where}.`,
    tables.said === null
      ? 'Too few of each group spoke to tell what it said.'
      : `What each group said is in ${tables.said}.`,
    ...(tables.raised === null ? [] : [`Who raised this, beside residents, is in ${tables.raised}.`]),
    ...(untold.length > 0
      ? [`Too few are told to say how well they are heard: ${untold.map(named).join('; ')}.`]
      : []),
    `Not in these figures: ${NOT_ASKED}. What these groups said can’t be told apart, and is a gap.`,
    JUDGEMENT,
  ].join('\n\n');
}
