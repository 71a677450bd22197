import { Census } from '#domain';
import { readRecordedSources, type Transaction } from '#store';
import type { Frozen, FrozenBeside } from '../frozen/frozen.js';
import type { KeptStatement } from '../statements/kept.js';
import type { ToState } from '../statements/make-statements.js';
import { ReleasedCells } from '../statements/released-cells.js';
import { engageNext } from './engage-next.js';
import { frozenRecorded } from './frozen-recorded.js';
import { setBeside, yearOf, type KindsOfThemes } from './voice-and-record.js';

/**
 * Recorded crime as it stands when an edition is published, what the edition sets beside each other of voice and record, and where to
 * ask next. Beside the edition's hash, as decisions are: what police published is no figure of ours, and two hubs with the same answers
 * agree whatever was recorded.
 * @param tx by the worker role, once the released cells of the edition are kept
 */
export async function freezeRecorded(
  tx: Transaction,
  edition: number,
  { geography }: Pick<Frozen, 'geography'>,
  { codebooks }: Pick<ToState, 'codebooks'>,
  statements: readonly KeptStatement[],
  kinds: KindsOfThemes,
): Promise<FrozenBeside> {
  const series = (await readRecordedSources(tx)).map(frozenRecorded);
  const census = new Census(geography.census);
  const names = new Map(codebooks.flatMap(({ themes }) => themes.map(({ code, name }) => [code, name])));
  const year = yearOf(series);
  const themes = codebooks.flatMap((codebook) =>
    codebook.themes.flatMap(({ code, name, parent }) => {
      const own = kinds[codebook.code]?.[code] ?? [];
      return parent === null && own.length > 0 ? [{ code, name, kinds: own }] : [];
    }),
  );
  const beside =
    series.length === 0
      ? []
      : setBeside({
          year,
          themes,
          wards: geography.wards,
          residents: (ward) => census.residents(ward),
          statements,
        });
  const next = await engageNext(
    new ReleasedCells(tx, edition),
    geography.wards,
    census,
    beside,
    (code) => names.get(code) ?? code,
  );
  return {
    series,
    year: year && { months: year.months, sources: year.series.map(({ source }) => source) },
    beside,
    next,
  };
}
