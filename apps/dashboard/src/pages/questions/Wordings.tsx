import { plural } from '../../figures/format';
import { Section } from '../../layout/Section';
import type { OverTime } from './over-time';

/** The wordings as asked, with the answers that count. */
export function Wordings({ of }: { of: OverTime }) {
  const used = of.measure.wordings.filter(({ code }) => of.askings.some(({ wording }) => wording === code));
  return (
    <Section
      title={
        used.length === 1
          ? 'One wording all the time'
          : `${used.length} wordings: other words are another question`
      }
      measure="As asked, with the answers in their order. In bold: the answers that count."
    >
      <ul className="wordings">
        {used.map(({ code, text, options, counts, source }) => (
          <li key={code}>
            <p className="quiet">
              <strong>{code}</strong>, asked{' '}
              {plural(of.askings.filter(({ wording }) => wording === code).length, 'time', 'times')}
            </p>
            <blockquote className="wording">“{text}”</blockquote>
            <p>
              {options.map((option, at) => (
                <span key={option}>
                  {at > 0 && ' · '}
                  {counts.includes(option) ? <strong>{option}</strong> : option}
                </span>
              ))}
            </p>
            <p className="note">{source}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
