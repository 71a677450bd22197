/**
 * Names of neighbourhoods, open places and streets by ward, for comments to speak of. Real place names of Plymouth; what
 * is said about them in the demonstration is invented.
 */
export interface Locality {
  areas: readonly string[];
  parks: readonly string[];
  streets: readonly string[];
}

const place = (areas: string, parks: string, streets: string): Locality => ({
  areas: areas.split(', '),
  parks: parks.split(', '),
  streets: streets.split(', '),
});

const LOCALITIES: Readonly<Record<string, Locality>> = {
  E05002078: place('Whitleigh, Crownhill, Ernesettle', 'Whitleigh Woods, the green', 'Budshead Road, Tamerton Foliot Road'),
  E05002079: place('Compton, Mannamead, Hartley, Higher Compton', 'Thorn Park, Hartley Pleasure Gardens', 'Mannamead Road, Eggbuckland Road'),
  E05002080: place('Devonport, Keyham, Morice Town, Mount Wise', 'Devonport Park, Mount Wise park', 'Marlborough Street, St Levan Road, Chapel Street'),
  E05002081: place('Mutley, Greenbank, North Hill, the university area', 'Drake\'s Place gardens, the campus green', 'North Hill, Mutley Plain, North Road East'),
  E05002082: place('Efford, Lipson, Laira', 'Freedom Fields Park, Efford Marsh, Lipson Vale', 'Efford Road, Old Laira Road, Blandford Road'),
  E05002083: place('Eggbuckland, Crownhill, Widey, Manadon', 'Deer Park woods, Frogmore fields', 'Crownhill Road, Fort Austin Avenue'),
  E05002084: place('North Prospect, Pennycross, Weston Mill, Ham', 'Ham Woods, Cookworthy Green', 'North Prospect Road, Ham Drive, Weston Mill Drive'),
  E05002085: place('Honicknowle, West Park, Manadon, Burrington', 'Honicknowle Green, the West Park playing field', 'Honicknowle Lane, Shakespeare Road, Crownhill Road'),
  E05002086: place('Estover, Leigham, Derriford, Mainstone, Thornbury', 'Forder Valley, Leypark woods', 'Leypark Drive, Novorossiysk Road, Plymbridge Road'),
  E05002087: place('Peverell, Beacon Park, Outland', 'Central Park, Pounds Park', 'Peverell Park Road, Weston Park Road, Outland Road'),
  E05002088: place('Chaddlewood, Yealmpstone', 'Chaddlewood green, the Glen', 'Glen Road, Hillcrest Drive'),
  E05002089: place('Plympton St Maurice, the Ridgeway, Underwood', 'Castle Green, Harewood Park', 'Ridgeway, Underwood Road, Linketty Lane'),
  E05002090: place('Colebrook, Woodford, Newnham, Boringdon', 'Newnham Park, Woodford playing field', 'Plymouth Road, Larkham Lane, Boringdon Hill'),
  E05002091: place('Elburton, Staddiscombe, Goosewell', 'Dunstone Woods, Elburton playing field', 'Elburton Road, Goosewell Road, Wembury Road'),
  E05002092: place('Plymstock, Oreston, Hooe, Turnchapel', 'Radford Park, Burrow Hill', 'Broadway, Radford Park Road, Church Road'),
  E05002093: place('St Budeaux, Barne Barton, King\'s Tamerton', 'Blackie Woods, Barne Barton green', 'Wolseley Road, Victoria Road, Poole Park Road'),
  E05002094: place('Stonehouse, the Hoe, Millbay, the Barbican, West Hoe', 'Victoria Park, Hoe Park, Stonehouse Peace Garden', 'Union Street, Durnford Street, King Street'),
  E05002095: place('Southway, Tamerton Foliot, Widewell, Belliver', 'Southway valley, Widewell Woods', 'Southway Drive, Rockfield Avenue, Milford Lane'),
  E05002096: place('Stoke, Milehouse, Ford, Stoke Damerel', 'Victoria Park, Devonport Playing Fields', 'Molesworth Road, Devonport Road, Milehouse Road'),
  E05002097: place('Mount Gould, Cattedown, Prince Rock, St Judes, Coxside', 'Beaumont Park, Tothill Park, Astor Park', 'Embankment Road, Cattedown Road, Mount Gould Road'),
}; // prettier-ignore

const ANYWHERE: Locality = place(
  'our area, our part of the city, the estate',
  'the park',
  'our road, the main road',
);

export function localityOf(ward: string | null): Locality {
  return (ward === null ? undefined : LOCALITIES[ward]) ?? ANYWHERE;
}
