import { Vocabulary } from '../../libs/facts/src/ask/vocabulary.js';

const isForEverybody = (community: string): boolean => {
  const engagement = { id: 'city/a', agency: 'city', participation: null, communities: [community] };
  const names = { agencies: [], engagements: [engagement], communities: [], codebooks: [] };
  return new Vocabulary(names as never).isForEverybody('city/a');
};

test.each(['Everyone', 'everybody', 'Everyone in the city', 'All residents', 'All people who live in Plymouth', 'The whole city'])(
  '"%s" names everybody',
  (community) => expect(isForEverybody(community)).toBe(true),
); // prettier-ignore

test.each(['Everyone over 65', 'Everyone in Efford', 'All people with a disability', 'All residents of Stonehouse', 'The whole city centre'])(
  '"%s" is a group: nothing is weighted to residents, nor compared as everybody',
  (community) => expect(isForEverybody(community)).toBe(false),
); // prettier-ignore
