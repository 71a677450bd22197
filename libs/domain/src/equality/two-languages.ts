import type { EqualityReading } from './reading.js';
import { wordsOfAnswer } from './wording.js';

/** Welsh of answers that name who somebody is, by the code of the English half; as the censuses of Wales write them. */
const WELSH: Readonly<Record<string, string>> = {
  another: 'arall|rhywedd arall|hunaniaeth rhywedd arall|hunaniaeth rywedd arall',
  'non-binary': 'anneuaidd|anneuol|person anneuaidd',
  other: 'arall|crefydd arall|unrhyw grefydd arall|cyfeiriadedd rhywiol arall',
  straight: 'syth|heterorywiol|heterorywiol strêt|strêt|strêt neu heterorywiol|syth neu heterorywiol',
  'gay-or-lesbian': 'hoyw|lesbiaidd|hoyw neu lesbiaidd|lesbiad|dyn hoyw|menyw hoyw',
  bisexual: 'deurywiol',
  none: 'dim crefydd|dim',
  christian: 'cristion|cristnogol|cristnogaeth',
  buddhist: 'bwdhydd|bwdhaidd|bwdhaeth',
  hindu: 'hindŵ|hindw|hindŵaidd|hindŵaeth',
  jewish: 'iddew|iddewig|iddewiaeth',
  muslim: 'mwslim|mwslimaidd|islam',
  sikh: 'sikh|sicaidd|sikhaidd|siciaeth',
  'never-married': 'sengl|erioed wedi priodi',
  married: 'priod|yn briod|wedi priodi',
  divorced: 'wedi ysgaru',
  widowed: 'gweddw|gwraig weddw|gŵr gweddw',
};
/** Welsh for yes and no, by the verb of the question. */
const WELSH_YES_OR_NO = new Set(
  'oes|ydw|ydy|ydi|ie|do|nac oes|nac ydw|nac ydy|nac ydi|na|naddo|nage|mae|oes mae'.split('|'),
);

/**
 * An answer that a bilingual form writes in both its languages ("Benyw / Female", "Ydw / Yes"): what the half says that is
 * known, where the other half can't say anything else. Null where the answer is no such pair.
 */
export function readHalves(answer: string, read: (half: string) => EqualityReading): EqualityReading | null {
  const halves = answer.split(/\s+[/|]\s+/);
  if (halves.length !== 2) return null;
  const said = halves.filter((half) => !WELSH_YES_OR_NO.has(wordsOfAnswer(half)));
  if (said.length === 1) return known(read(said[0]!));
  const readings = halves.map(read);
  const [first, second] = readings as [EqualityReading, EqualityReading];
  if (first.as === second.as && first.code === second.code) return known(first);
  const only = readings.filter(({ as }) => as !== 'unmatched');
  if (only.length !== 1 || only[0]!.as === 'blank') return null;
  if (only[0]!.as === 'declined' || only[0]!.as === 'not-known') return only[0]!;
  // Of an identity no half may be dropped: only what is known to say the same in the other language may stand beside it.
  const other = halves[readings.findIndex(({ as }) => as === 'unmatched')]!;
  return WELSH[only[0]!.code]?.split('|').includes(wordsOfAnswer(other)) === true ? only[0]! : null;
}

const known = (reading: EqualityReading): EqualityReading | null =>
  reading.as === 'unmatched' ? null : reading;
