import { hasRole, useFrame } from '../../app/view';
import { day } from '../../figures/format';
import { Section } from '../../layout/Section';
import { ChangeForm } from './ChangeForm';
import { ForAnalysts } from './ForAnalysts';
import type { Bench, ThemeOfBook } from './useWorkbench';

/** The codebook that people code by, its versions, and how to make the next. */
export function CodebookPage() {
  const mayChange = hasRole(useFrame(), 'EDITOR');
  return (
    <ForAnalysts
      title="Codebook"
      roles={['ANALYST', 'EDITOR']}
      lede="A version is never edited: every change makes the next, and earlier figures stay as they were."
    >
      {(bench, again) => (
        <>
          <Versions bench={bench} />
          {mayChange && <ChangeForm bench={bench} again={again} />}
          <Themes themes={bench.themes} version={bench.codebookVersion} />
        </>
      )}
    </ForAnalysts>
  );
}

function Versions({ bench }: { bench: Bench }) {
  const [newest] = bench.codebooks;
  return (
    <Section
      title={
        newest && !newest.inForce
          ? `Version ${newest.version} waits for a model`
          : `Version ${bench.codebookVersion} is in force`
      }
      measure="People code by the newest version. Figures follow once a model that learned it is signed off."
    >
      <table className="table stack-narrow">
        <caption className="govuk-visually-hidden">Versions of the codebook</caption>
        <thead>
          <tr>
            <th scope="col" className="number">
              Version
            </th>
            <th scope="col">What changed</th>
            <th scope="col">Who, when</th>
            <th scope="col" className="number">
              Themes
            </th>
          </tr>
        </thead>
        <tbody>
          {bench.codebooks.map((book) => (
            <tr key={book.version} className={book.inForce ? 'lit' : ''}>
              <th scope="row" className="number">
                {book.version}
              </th>
              <td>
                {book.note} {book.inForce && <strong>In force.</strong>}
              </td>
              <td>{book.actor ? `${book.actor}, ${day(book.at ?? '')}` : 'came with the hub'}</td>
              <td className="number">{book.themes}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function Themes({ themes, version }: { themes: readonly ThemeOfBook[]; version: number }) {
  const top = themes.filter(({ parent }) => parent === null);
  return (
    <Section
      title={`${themes.length} themes of version ${version}`}
      measure="What counts, and what does not."
    >
      {top.map((theme) => (
        <details className="govuk-details" key={theme.code}>
          <summary className="govuk-details__summary">
            <span className="govuk-details__summary-text">{theme.name}</span>
          </summary>
          <div className="govuk-details__text">
            <Theme theme={theme} />
            {themes
              .filter(({ parent }) => parent === theme.code)
              .map((kind) => (
                <div key={kind.code}>
                  <h3>{kind.name}</h3>
                  <Theme theme={kind} />
                </div>
              ))}
          </div>
        </details>
      ))}
    </Section>
  );
}

function Theme({ theme }: { theme: ThemeOfBook }) {
  return (
    <>
      <p>{theme.definition}</p>
      {theme.include.length > 0 && <p className="note">Counts: {theme.include.join('; ')}.</p>}
      {theme.exclude.length > 0 && <p className="note">Does not count: {theme.exclude.join('; ')}.</p>}
    </>
  );
}
