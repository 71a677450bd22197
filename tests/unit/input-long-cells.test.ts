import { suggestMapping } from '#connectors';
import { formatPostcode, wardByName } from '#domain';
import { linkGroups } from '#linkage';

import { parseDate, decideOrder } from '../../libs/connectors/src/mapping/dates.js';
import { placedList } from '../../libs/connectors/src/mapping/split-options.js';
import { cleanPostcode, parseNumber, splitOptions } from '../../libs/connectors/src/mapping/values.js';
import { parseCsv } from '../../libs/connectors/src/reading/csv.js';
import { detectDelimiter } from '../../libs/connectors/src/reading/delimiter.js';
import { mendPostcode } from '../../libs/pipeline/src/intake/place.js';
import { attackTexts, processorSeconds } from '../support/attack-texts.js';

const LENGTH = 60_000;
const SECONDS = 1.5;

/** Everything that looks at a cell, a label or a file on its way in. */
const READERS: Record<string, (text: string) => unknown> = {
  'a suggested mapping, from cells': (text) => suggestMapping(['Comments'], [{ Comments: text }]),
  'a suggested mapping, from labels': (text) => suggestMapping([text.slice(0, 2_000)], [{}]),
  'the order of dates': (text) => decideOrder([{ row: 2, value: text }]),
  'a date': (text) => parseDate(text, 'day-first'),
  'a number': parseNumber,
  'options of an answer': (text) => splitOptions(text, undefined),
  'an order of numbered items': placedList,
  'a postcode as given': cleanPostcode,
  'a postcode to be mended': mendPostcode,
  'a postcode': formatPostcode,
  'a ward': wardByName,
  'a community': (text) => linkGroups([{ id: '1', name: text, postcode: null }]),
  'the delimiter of a file': detectDelimiter,
  'a file of separated values': (text) => parseCsv(text, ','),
};

describe('no cell keeps its reader busy, whatever is repeated in it', () => {
  it.each(Object.entries(READERS))('%s', (_name, read) => {
    const slow = attackTexts(LENGTH)
      .map(({ unit, text }) => ({ unit, seconds: processorSeconds(() => read(text), SECONDS) }))
      .filter(({ seconds }) => seconds > SECONDS);
    expect(slow).toEqual([]);
  });
});
