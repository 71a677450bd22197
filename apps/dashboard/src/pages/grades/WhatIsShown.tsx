import { Go } from '../../app/Go';
import { Section } from '../../layout/Section';

const ROWS: [what: string, ready: string, indicative: string, learning: string][] = [
  ['People and share', 'corrected, with the range', 'corrected, “about”, with the range', 'not told'],
  ['Place', 'as its range leaves open', 'none: listed by name', 'none: listed by name'],
  ['Wards, quarters, groups', 'corrected, with a wider range', 'not told', 'not told'],
  ['Agencies', 'where enough of their own comments are checked', 'not told', 'not told'],
  ['Rising or falling', 'like for like, outside its range', 'never', 'never'],
  ['Headings and papers', 'yes', 'with “about” and the range', 'never'],
  [
    'Downloads and the API',
    'people, low, high, grade',
    'people, low, high, grade',
    'the reason in place of a number',
  ],
];

/** The same on every page, in papers, downloads and the API. */
export function WhatIsShown() {
  return (
    <Section
      title="Each grade decides what is shown"
      measure="The same on every page, in papers, downloads and the API. Nobody can lift a grade by hand."
      tools={
        <Go to="/methods" className="link same">
          Method
        </Go>
      }
    >
      <table className="table stack-narrow">
        <caption className="govuk-visually-hidden">What each grade lets us show</caption>
        <thead>
          <tr>
            <th scope="col">What is shown</th>
            <th scope="col">Ready</th>
            <th scope="col">Indicative</th>
            <th scope="col">Still learning</th>
          </tr>
        </thead>
        <tbody>
          {ROWS.map(([what, ready, indicative, learning]) => (
            <tr key={what}>
              <th scope="row">{what}</th>
              <td data-label="Ready">{ready}</td>
              <td data-label="Indicative">{indicative}</td>
              <td data-label="Still learning">{learning}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
