import { generator } from './generator.js';

/** Made-up comments on libraries: nobody wrote them. Each speaks of one or two topics that are known. */
const TOPICS: Readonly<Record<string, readonly string[]>> = {
  hours: [
    'Please open later in the evening',
    'longer opening hours on Sunday would help',
    'it is closed when I finish work',
    'weekend opening would be good',
    'shut before I get home on weekdays',
  ],
  computers: [
    'the computers are slow',
    'printing never works',
    'we need more laptops and faster internet',
    'the wifi keeps dropping out',
    'scanning and printing costs too much',
  ],
  children: [
    'story time for toddlers is lovely',
    'my kids love the picture books',
    'more rhyme sessions for babies',
    'a play corner for young children',
    'half term craft for children was great',
  ],
  parking: [
    'there is nowhere to park the car',
    'the car park is always full',
    'parking costs too much',
    'disabled parking bays are taken',
    'park and walk is too far for the elderly',
  ],
  staff: [
    'the staff are so helpful and patient',
    'friendly librarians who know your name',
    'the librarian found the book for me',
    'kind staff who take time to explain',
  ],
};
const FRAMES = [
  'I think that %.',
  'In our branch, %.',
  'Honestly: %!',
  'For me it matters that %, please.',
  '%.',
];

export const LIBRARY_TOPICS = Object.keys(TOPICS);

export interface LibraryComment {
  text: string;
  topics: string[];
}

/** So many comments, the same each time. One in four speaks of two topics. */
export function libraryComments(many: number, seed = 3): LibraryComment[] {
  const random = generator(seed);
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)]!;
  return Array.from({ length: many }, () => {
    const topics = [pick(LIBRARY_TOPICS)];
    if (random() < 0.25) topics.push(pick(LIBRARY_TOPICS.filter((one) => one !== topics[0])));
    const said = topics.map((topic) => pick(FRAMES).replace('%', pick(TOPICS[topic]!)));
    return { text: said.join(' '), topics: topics.sort() };
  });
}

/** The topic that a text speaks of first, told by words that no other topic has; null where none is. */
export function topicOf(words: string): string | null {
  const found = LIBRARY_TOPICS.map((topic) => [topic, words.search(MARKS[topic]!)] as const).filter(
    ([, at]) => at >= 0,
  );
  return found.sort((a, b) => a[1] - b[1])[0]?.[0] ?? null;
}

const MARKS: Readonly<Record<string, RegExp>> = {
  hours: /open|evening|sunday|weekend|weekday|closed|shut|hours/i,
  computers: /computer|print|laptop|wifi|internet|scann/i,
  children: /toddler|kids|picture|rhyme|bab(y|ies)|child|story|craft|play/i,
  parking: /park|\bcar\b|bays/i,
  staff: /staff|librarian|friendly|patient|kind\b/i,
};
