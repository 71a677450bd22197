/** The engine's blocking rules and comparison levels as one SQL statement for DuckDB. */
const COLUMNS = [
  'given', 'family', 'birth', 'sex', 'postcode', 'place', 'address', 'email', 'phone', 'national', 'root', 'outward', 'sector', 'street',
  'house', 'local',
]; // prettier-ignore

const blank = (column: string): string => `l_${column} = '' or r_${column} = ''`;
const slip = (column: string): string => `damerau_levenshtein(l_${column}, r_${column}) <= 1`;
const twoSlips = (column: string): string =>
  `least(length(l_${column}), length(r_${column})) >= 5 and damerau_levenshtein(l_${column}, r_${column}) <= 2`;
const like = (column: string): string => `jaro_winkler_similarity(l_${column}, r_${column})`;

const GIVEN = `case when ${blank('given')} then 0 when l_given = r_given then 1
  when l_given = r_family and l_family = r_given then 7
  when length(l_given) = 1 or length(r_given) = 1 then case when left(l_given, 1) = left(r_given, 1) then 3 else 6 end
  when l_root = r_root then 2
  when least(length(l_given), length(r_given)) >= 4 and ${slip('given')} then 4
  when left(l_given, 1) = left(r_given, 1) and ${like('given')} >= 0.92 then 4
  when left(l_given, 1) = left(r_given, 1) and ${like('given')} >= 0.84 then 5 when ${twoSlips('given')} then 5 else 6 end`;
const FAMILY = `case when ${blank('family')} then 0 when l_family = r_family then 1
  when least(length(l_family), length(r_family)) >= 4 and ${slip('family')} then 2
  when left(l_family, 1) = left(r_family, 1) and ${like('family')} >= 0.92 then 2
  when left(l_family, 1) = left(r_family, 1) and ${like('family')} >= 0.84 then 3 when ${twoSlips('family')} then 3
  when l_given = r_family or l_family = r_given then 6 else 5 end`;
const BIRTH = `case when ${blank('birth')} then 0 when l_birth = r_birth then 1
  when right(l_birth, 2) = '00' or right(r_birth, 2) = '00' then case when left(l_birth, 4) = left(r_birth, 4) then 3 else 7 end
  when ${slip('birth')} then 2
  when (left(l_birth, 4) = left(r_birth, 4))::int + (l_birth[5:6] = r_birth[5:6])::int + (right(l_birth, 2) = right(r_birth, 2))::int = 2
    then 4
  when left(l_birth, 4) = left(r_birth, 4) then 5
  when abs(left(l_birth, 4)::int - left(r_birth, 4)::int) <= 10 then 6 else 7 end`;
const POSTCODE = `case when ${blank('postcode')} then 0 when l_postcode = r_postcode then 1 when ${slip('postcode')} then 2
  when l_sector <> 0 and l_sector = r_sector then 3 when l_outward = r_outward then 4 else 5 end`;
const ADDRESS = `case when ${blank('address')} then 0 when l_address = r_address then 1
  when l_street <> 0 and l_street = r_street then case when l_house = r_house then 2 else 3 end
  when jaccard(l_address, r_address) >= 0.8 then case when l_house = r_house then 2 else 3 end
  when ${slip('address')} then 2 else 4 end`;
const EMAIL = `case when ${blank('email')} then 0 when l_email = r_email then 1 when l_local = r_local then 2
  when ${slip('local')} or ${like('local')} >= 0.92 then 3 else 4 end`;
const digits = (column: string): string =>
  `case when ${blank(column)} then 0 when l_${column} = r_${column} then 1 when ${slip(column)} then 2 else 3 end`;
const words = (column: string): string =>
  `case when ${blank(column)} then 0 when l_${column} = r_${column} then 1
  when ${slip(column)} or (left(l_${column}, 1) = left(r_${column}, 1) and ${like(column)} >= 0.9) then 2 else 3 end`;
const SEX = `case when ${blank('sex')} then 0 when l_sex = r_sex then 1 else 2 end`;

/** Statement that counts the comparison vectors of all candidate pairs, each pair under the first rule that finds it. */
export function patternsSql(rules: number, categories: number): string {
  const extra = Array.from({ length: categories }, (_, number) => `category${number}`);
  const both = [...COLUMNS, ...extra].map((c) => `l.${c} as l_${c}, r.${c} as r_${c}`).join(', ');
  const branches = Array.from({ length: rules }, (_, rule) => {
    const earlier = Array.from(
      { length: rule },
      (__, e) => ` and not (l.b${e} > 0 and l.b${e} = r.b${e})`,
    ).join('');
    return `select ${both} from records l join records r on l.b${rule} = r.b${rule} and l.row < r.row where l.b${rule} > 0${earlier}`;
  });
  const levels = [
    GIVEN,
    FAMILY,
    BIRTH,
    SEX,
    POSTCODE,
    words('place'),
    ADDRESS,
    EMAIL,
    digits('phone'),
    digits('national'),
  ];
  const named = [...levels, ...extra.map(words)].map((sql, at) => `${sql} as level${at}`).join(',\n');
  return `select sum(n) as pairs, count(*) as patterns from (
    select ${named}, count(*) as n from (${branches.join('\nunion all\n')}) group by all)`;
}
