import { cohenKappa, f1Between, krippendorffAlpha } from '../shares/agreement.js';
import type { Paired } from '../shares/agreement.js';

/** What one coder, a person or the model, decided on one response. No themes = none fits. */
export interface Coding {
  responseId: string;
  coder: string;
  themes: readonly string[];
}

/** How far people agree with each other on one theme, beside how far the model agrees with people. */
export interface ThemeAgreement {
  theme: string;
  /** Responses that two or more people coded. */
  codedTwice: number;
  /** Cohen's kappa of each two people, put together; null where nothing was coded twice. */
  kappa: number | null;
  /** Krippendorff's alpha of all people; null where nothing was coded twice. */
  alpha: number | null;
  /** F1 of people against each other; null where nothing was coded twice or nobody gave the theme. */
  humanF1: number | null;
  /** Codings by people that the model coded too. */
  modelCoded: number;
  /** F1 of the model against people; null as above. */
  modelF1: number | null;
}

/**
 * Agreement on each theme. Of two codings of one response by one coder the later in the list counts.
 * @param people codings by people, for a fair judgement those of the blind audit sample
 * @param model what the model assigned to the same responses (suggestions left out)
 */
export function agreementByTheme(
  people: readonly Coding[],
  model: readonly Coding[],
  themes: readonly string[],
): ThemeAgreement[] {
  const units = unitsOf(people);
  const byModel = new Map(model.map((coding) => [coding.responseId, coding]));
  const pairs = [...units.values()].flatMap(pairsOf);
  const withModel = [...units].flatMap(([id, codings]) => {
    const machine = byModel.get(id);
    return machine ? codings.map((coding): [Coding, Coding] => [coding, machine]) : [];
  });
  const codedTwice = [...units.values()].filter((codings) => codings.length > 1).length;
  return themes.map((theme) => {
    const human = paired(pairs, theme);
    const machine = paired(withModel, theme);
    const values = [...units.values()].map((codings) => codings.map((one) => one.themes.includes(theme)));
    return {
      theme,
      codedTwice,
      kappa: codedTwice > 0 ? cohenKappa(human) : null,
      alpha: codedTwice > 0 ? krippendorffAlpha(values) : null,
      humanF1: f1Of(human),
      modelCoded: withModel.length,
      modelF1: f1Of(machine),
    };
  });
}

/** The codings of each response, coders in the order of their names. */
function unitsOf(codings: readonly Coding[]): Map<string, Coding[]> {
  const units = new Map<string, Map<string, Coding>>();
  for (const coding of codings) {
    const unit = units.get(coding.responseId) ?? new Map<string, Coding>();
    units.set(coding.responseId, unit.set(coding.coder, coding));
  }
  const byCoder = (a: Coding, b: Coding): number => (a.coder < b.coder ? -1 : 1);
  return new Map([...units].map(([id, unit]) => [id, [...unit.values()].sort(byCoder)]));
}

function pairsOf(codings: Coding[]): [Coding, Coding][] {
  return codings.flatMap((first, i) =>
    codings.slice(i + 1).map((second): [Coding, Coding] => [first, second]),
  );
}

function paired(pairs: [Coding, Coding][], theme: string): Paired {
  return {
    first: pairs.map(([first]) => first.themes.includes(theme)),
    second: pairs.map(([, second]) => second.themes.includes(theme)),
  };
}

/** F1, or null where there is nothing to judge by. */
function f1Of(pair: Paired): number | null {
  return [...pair.first, ...pair.second].some(Boolean) ? f1Between(pair) : null;
}
