import { wardByCode, type Ward } from './wards.js';

/**
 * The city's lower layer super output areas (LSOA) by ward, without the `E01` that each begins with: the 164 of 2021, and the
 * three of 2011 that were split since and lay in one ward whole, for records that were placed before.
 * Source: Office for National Statistics and Ordnance Survey (Code-Point Open 2025), best fit: the ward that holds most of the
 * area's live postcodes. 162 lie wholly in one ward; of the others it holds 95% or more. Open Government Licence v3.0.
 */
// prettier-ignore
const BY_WARD: Readonly<Record<string, string>> = {
  E05002078: '015023 015024 015025 015026 015027 015028 015029 015030',
  E05002079: '015031 015032 015033 015034 015035 015036 015037 015038',
  E05002080: '015039 015040 015041 015042 015043 015044 015045 015046 015047 015048',
  E05002081: '015049 015050 015051 015052 015053 015054',
  E05002082: '015055 015056 015057 015058 015059 015060 015061 015062 015063',
  E05002083: '015064 015065 015066 015067 015068 015069 015070 015071',
  E05002084: '015072 015073 015074 015075 015076 015077 015078 015079 015080',
  E05002085: '015081 015082 015083 015084 015085 015086 015087 015088 015089',
  E05002086: '015090 015091 015092 015093 015094 015095 015096 015097',
  E05002087: '015098 015099 015100 015101 015102 015103 015104 015105 015106',
  E05002088: '015107 015108 015109 015110 015111',
  E05002089: '015112 015113 015114 015115 015116 015117',
  E05002090: '015118 015119 015120 015121 015122 015123 015124 015125',
  E05002091: '015126 015127 015128 015129 015130 015131 015132 015133',
  E05002092: '015134 015135 015136 015137 015138 015139 015140 015141 034157 034158',
  E05002093: '015142 015143 015144 015145 015146 015147 015148 015149 015150',
  E05002094: '015151 015152 015153 015155 015156 015157 015158 032657 032658 034159 034160 034161 034162',
  E05002095: '015159 015160 015161 015162 015163 015164 015165 015166',
  E05002096: '015167 015168 015169 015170 015171 015172 015173 015174',
  E05002097: '015175 015176 015177 015178 015179 015180 015181 015182',
};

const wards = new Map(
  Object.entries(BY_WARD).flatMap(([ward, areas]) =>
    areas.split(' ').map((area): [string, string] => [`E01${area}`, ward]),
  ),
);

/** The ward in which a small area of the city lies; null for any other code, of a place elsewhere or of none. */
export function wardOfSmallArea(code: string): Ward | null {
  const ward = wards.get(code.trim().toUpperCase());
  return ward === undefined ? null : wardByCode(ward);
}

/** Small areas of a ward, in the order of their codes; none of a ward that is not of the city. */
export const smallAreasOf = (ward: string): string[] =>
  [...wards].flatMap(([area, of]) => (of === ward ? [area] : []));
