/** A kind of crime or incident as data.police.uk publishes it. */
export interface CrimeKind {
  /** As its API names it. */
  code: string;
  /** As its files name it. */
  name: string;
}

/**
 * The kinds under which police forces publish street-level crime since September 2013, in the order in which the hub tells them.
 * Source: data.police.uk, "About" and `/api/crime-categories`, Open Government Licence v3.0. Kinds of before ("Violent crime",
 * "Public disorder and weapons", "Criminal damage and arson" in other bounds) are none of them: they count otherwise.
 */
export const CRIME_KINDS: readonly CrimeKind[] = [
  { code: 'anti-social-behaviour', name: 'Anti-social behaviour' },
  { code: 'bicycle-theft', name: 'Bicycle theft' },
  { code: 'burglary', name: 'Burglary' },
  { code: 'criminal-damage-arson', name: 'Criminal damage and arson' },
  { code: 'drugs', name: 'Drugs' },
  { code: 'other-theft', name: 'Other theft' },
  { code: 'possession-of-weapons', name: 'Possession of weapons' },
  { code: 'public-order', name: 'Public order' },
  { code: 'robbery', name: 'Robbery' },
  { code: 'shoplifting', name: 'Shoplifting' },
  { code: 'theft-from-the-person', name: 'Theft from the person' },
  { code: 'vehicle-crime', name: 'Vehicle crime' },
  { code: 'violent-crime', name: 'Violence and sexual offences' },
  { code: 'other-crime', name: 'Other crime' },
];

const bare = (text: string): string => text.trim().toLowerCase().replace(/\s+/g, ' ');
const byName = new Map(
  CRIME_KINDS.flatMap((kind): [string, CrimeKind][] => [
    [kind.code, kind],
    [bare(kind.name), kind],
  ]),
);

/** The kind so named, by its code or as files write it; null for any other: a kind is never guessed. */
export const crimeKind = (name: string): CrimeKind | null => byName.get(bare(name)) ?? null;
