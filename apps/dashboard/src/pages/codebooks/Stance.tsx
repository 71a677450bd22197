import { count, plural } from '../../figures/format';
import { Section } from '../../layout/Section';
import { useNames } from '../workbench/useWorkbench';
import type { Coding, Draft } from './draft';

type OwnStance = NonNullable<Coding['stance']>;

const rate = (value: number | null | undefined): string => (value == null ? 'not known' : value.toFixed(2));

/** Where comments stand to what was asked, all of them and by theme, with how far the coder agrees with people. */
export function Stance({ draft, stance }: { draft: Draft; stance: OwnStance }) {
  return (
    <Section
      title={titleOf(stance)}
      measure="For, against, for and against, or it does not say: learnt of what people said when they coded, and of nothing else. Kappa is agreement beyond chance: 1 is the same as people, 0 is chance. No edition tells it."
    >
      <p>{agreementOf(stance)}</p>
      {stance.themes.length > 0 && <Sides draft={draft} stance={stance} />}
    </Section>
  );
}

function titleOf({ themes, kappa, codings, needed }: OwnStance): string {
  if (themes.length > 0) return 'Where comments stand to what was asked';
  if (kappa !== null) return 'Where comments stand is not told: the coder is right too seldom';
  return codings < needed
    ? `Where comments stand is learnt from ${count(needed)} codings that say it: there ${codings === 1 ? 'is' : 'are'} ${count(codings)}`
    : 'Where comments stand can’t be learnt: all codings say the same';
}

function agreementOf({ kappa, error, rulesKappa, codings, checked, checkedKappa }: OwnStance): string {
  if (kappa === null)
    return 'Say on the coding page where a comment stands. Every second one teaches the coder.';
  const left = `Kappa ${rate(kappa)} (standard error ${rate(error)}) on ${plural(codings, 'coding', 'codings')} that it did not see`;
  const words = `counted words of praise and blame: ${rate(rulesKappa)}`;
  const check =
    checkedKappa === null
      ? ''
      : ` On ${plural(checked, 'coding', 'codings')} that it never learns from: ${rate(checkedKappa)}.`;
  return `${left}; ${words}.${check}`;
}

function Sides({ draft, stance }: { draft: Draft; stance: OwnStance }) {
  const names = useNames(draft.themes);
  return (
    <table className="table stack-narrow">
      <caption>Comments by theme and by where they stand, as the coder or a person read them</caption>
      <thead>
        <tr>
          <th scope="col">Theme</th>
          {['For', 'Against', 'For and against', 'Does not say'].map((side) => (
            <th scope="col" className="number" key={side}>
              {side}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {stance.themes.map(({ theme, for: inFavour, against, both, neither }) => (
          <tr key={theme}>
            <th scope="row">{theme === '' ? 'All comments' : names(theme)}</th>
            {[inFavour, against, both, neither].map((many, at) => (
              <td className="number" key={at}>
                {count(many)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
