import type { Codebook, Theme } from '#domain';
import { endOf } from '#pipeline';
import type { DraftLine, OwnCodebookLine } from '#store';
import { badRequest } from '../../graphql/errors.js';

const MOST_THEMES = 60;

/**
 * The next version of a codebook from what people kept, and where the themes of the version before went: none where there was none.
 * @throws ApiError where nothing is kept, or two themes have one name
 */
export function nextVersion(
  { code, name, agency, newest }: OwnCodebookLine,
  lines: readonly DraftLine[],
  before: Codebook | null,
): { codebook: Codebook; mapping: unknown } {
  const kept = lines.filter(({ state }) => state === 'kept');
  if (kept.length === 0) throw badRequest('Keep at least one theme first.');
  if (kept.length > MOST_THEMES) throw badRequest(`Keep at most ${MOST_THEMES} themes: nobody reads more.`);
  const names = kept.map((line) => line.name.trim().toLowerCase());
  if (new Set(names).size < names.length)
    throw badRequest('Two themes have the same name: rename or merge one.');
  const codebook: Codebook = {
    code,
    version: newest + 1,
    title: name,
    owner: agency,
    note: before
      ? `Version ${newest + 1}, as shaped by people.`
      : 'The first version, shaped from its comments by people.',
    themes: kept.map(themeOf),
  };
  return { codebook, mapping: before && mappingOf(before, codebook, lines) };
}

const themeOf = ({ code, name, definition, excludes }: DraftLine): Theme => ({
  code,
  name: name.trim(),
  parent: null,
  definition: definition.trim() || `${name.trim()}.`,
  include: [],
  exclude: excludes.trim() ? [excludes.trim()] : [],
  examples: [],
});

function mappingOf(before: Codebook, after: Codebook, lines: readonly DraftLine[]): unknown {
  const known = new Set(after.themes.map(({ code }) => code));
  const themes = before.themes.map(({ code }): [string, string[]] => {
    const draft = lines.find((line) => line.code === code);
    const end = draft && endOf(draft, lines);
    return [code, end && end.state === 'kept' && known.has(end.code) ? [end.code] : []];
  });
  return {
    codebook: after.code,
    from: before.version,
    to: after.version,
    themes: Object.fromEntries(themes),
  };
}
