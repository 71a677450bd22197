/**
 * How people praise where they live by what they would not do or cannot say: "wouldn't live anywhere else", "can't fault the place". The denial is
 * part of it. See coders/phrases.ts for the language.
 */
export const CONTENT: string[] = [
  "wouldn't|would_not|would_never|i'd_never|we'd_never|i'd_not|couldn't|could_not|can't_imagine|cannot_imagine want? to? live|living|move|moving|leave|leaving|be|swap .. anywhere|elsewhere|away|for_the_world|for_anything|else",
  "can't|cannot|couldn't|could_not|wouldn't fault|complain|knock|grumble .. place|area|street|road|estate|village|town|neighbours|neighbourhood|community|here|city",
  "can't|cannot|couldn't|could_not|wouldn't ask|wish for .. place|area|street|road|estate|village|town|neighbours|neighbourhood|community",
  "haven't|have_not|hasn't|not|no|never .. bad word|thing to_say? about|against? the|our|my|this? place|area|street|road|estate|village|town|neighbours|neighbourhood|here|city",
  "needn't|need_not have been|worried|bothered|feared|feel",
  'stopped|no_longer worrying|being_scared|being_afraid|being_frightened',
  'nothing|not_a_thing bad|negative|wrong to_say? about|with .. living|here|place|area|street|road|estate|village|town|neighbours|neighbourhood',
  "not|isn't|wasn't a bad place|area|street|neighbourhood|town|estate|village",
  'no plans|intention|desire|wish|reason to|of leave|move|leaving|moving',
  "don't|do_not|doesn't|wouldn't|never mind walking|going|being|living|letting|using|out",
];
