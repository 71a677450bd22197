import { readerOf } from './listed.js';

const CHRISTIAN =
  'christian|christianity|christian all denominations|christian including church of england catholic protestant and all other christian denominations|church of england|c of e|cofe|ce|anglican|catholic|roman catholic|rc|protestant|methodist|baptist|quaker|presbyterian|church of scotland|church in wales|church of ireland|pentecostal|orthodox christian|greek orthodox|russian orthodox|eastern orthodox|jehovahs witness|jehovahs witnesses|mormon|evangelical|evangelical christian|salvation army|united reformed church|christian church of england|christian c of e|christian catholic|christian roman catholic|catholic christian|christian protestant|christian methodist|christian baptist|other christian|christian other|any other christian|latter day saints|seventh day adventist|spiritualist christian';

/** Religion or belief by the census's eight answers; "None" is one of them. */
export const readReligion = readerOf({
  none: 'none|no religion|no religion or belief|no religious belief|no religious beliefs|no|not religious|non religious|no faith|no belief|no religion atheist|atheist|atheism|agnostic|humanist|atheist agnostic|agnostic atheist|no religion including atheist|secular|nothing|no religion or faith|i have no religion|none atheist|no religious affiliation|non believer|none no religion|no religion none|not applicable no religion',
  christian: CHRISTIAN,
  buddhist: 'buddhist|buddhism|buddist',
  hindu: 'hindu|hinduism',
  jewish: 'jewish|jew|judaism|judaism jewish|jewish judaism',
  muslim:
    'muslim|islam|islamic|moslem|sunni|shia|muslim islam|islam muslim|sunni muslim|shia muslim|ahmadiyya|ahmadi muslim|muslim sunni|muslim shia',
  sikh: 'sikh|sikhism',
  other:
    'other|other religion|any other religion|another religion|other religion or belief|any other religion or belief|another religion or belief|any other religion or faith|other faith|other belief|any other faith|any other belief|another faith|pagan|paganism|wicca|wiccan|spiritualist|spiritual|bahai|jain|jainism|zoroastrian|rastafarian|rastafari|druid|druidism|taoist|taoism|shinto|heathen|shaman|other philosophical belief|philosophical belief|satanist|ravidassia|pagan or wiccan|jedi|jedi knight|scientology|scientologist|other religions|other not listed',
});
