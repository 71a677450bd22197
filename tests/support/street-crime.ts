/** A street-level file of crimes that nobody committed: `area,month,kind` by line, with an id where one is given. */
export interface MadeCrime {
  month?: string;
  /** Code of a small area; Budshead unless given. */
  area?: string;
  kind?: string;
  id?: string;
}

const HEADER =
  'Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,Last outcome category,Context';

/** Budshead and Devonport. */
export const SMALL_AREAS = { budshead: 'E01015025', devonport: 'E01015039', elsewhere: 'E01019999' } as const;

export const streetCrime = (crimes: readonly MadeCrime[]): string =>
  [
    HEADER,
    ...crimes.map(
      ({ month = '2024-05', area = SMALL_AREAS.budshead, kind = 'Drugs', id = '' }) =>
        `${id},${month},Synthetic Police,Synthetic Police,-4.1,50.4,On or near Synthetic Street,${area},Synthetic,${kind},,`,
    ),
  ].join('\n');

/** So many of one kind. */
export const times = (count: number, crime: MadeCrime): MadeCrime[] =>
  Array.from({ length: count }, () => crime);
