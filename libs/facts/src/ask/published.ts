import type { Agency, Codebook, ParticipationLevel } from '#domain';
import {
  type EngagementRow,
  type Queryable,
  readAgencies,
  readCodebook,
  readCommunities,
  readEngagements,
  readEditions,
  readQuestions,
  readStatements,
  type StatementRow,
} from '#store';

/** Public fields frozen with an edition. All by the published role; `edition` null or absent = the latest. */

export type CommunityKind = 'geography' | 'interest' | 'identity' | 'organisation';
export interface Community {
  code: string;
  name: string;
  kind: CommunityKind;
}
/** `id` is `agency/key`. */
export type PublishedEngagement = EngagementRow;
export type PublishedStatement = StatementRow;

/** Any of the values of a field; all of the fields. Dates are ISO. */
export interface EngagementFilter {
  agency?: readonly string[] | null;
  /** Codes or names of communities it is aimed at. */
  community?: readonly string[] | null;
  participation?: readonly ParticipationLevel[] | null;
  openOn?: string | null;
  /** Open at any time from ... until ... */
  from?: string | null;
  until?: string | null;
  /** Words in the title, in any order and case. */
  search?: string | null;
  /** Words of its title, of what can still change, of who decides or of what was asked, in any order and case. */
  about?: string | null;
}

export async function agencies(db: Queryable, edition?: number | null): Promise<Agency[]> {
  return inEdition(db, edition, [], (number) => readAgencies(db, number));
}

export async function communities(
  db: Queryable,
  kind?: CommunityKind | null,
  edition?: number | null,
): Promise<Community[]> {
  const all = await inEdition(db, edition, [], (number) => readCommunities(db, number));
  return (all as Community[]).filter((community) => !kind || community.kind === kind);
}

export async function codebook(
  db: Queryable,
  code: string,
  edition?: number | null,
): Promise<Codebook | null> {
  return inEdition(
    db,
    edition,
    null,
    async (number) => (await readCodebook(db, number, code)) as Codebook | null,
  );
}

/** Newest first: by opening date, those without one last. */
export async function engagements(
  db: Queryable,
  filter: EngagementFilter = {},
  edition?: number | null,
): Promise<PublishedEngagement[]> {
  return inEdition(db, edition, [], async (number) => {
    const [all, named] = await Promise.all([readEngagements(db, number), readCommunities(db, number)]);
    const names = new Map(named.map(({ code, name }) => [code, name]));
    const wanted = filter.community?.flatMap((code) => [code, names.get(code) ?? code]) ?? [];
    const about = wordsIn(filter.about);
    const asked = about.length > 0 ? await textsAsked(db, number) : new Map<string, string[]>();
    return all
      .filter((each) => matches(each, filter, wanted) && isAbout(each, asked.get(each.id) ?? [], about))
      .sort(newestFirst);
  });
}

export async function engagement(
  db: Queryable,
  agency: string,
  key: string,
  edition?: number | null,
): Promise<PublishedEngagement | null> {
  return (
    (await engagements(db, {}, edition)).find((each) => each.agency === agency && each.key === key) ?? null
  );
}

/** What the agency itself said in an engagement, newest first. */
export async function statements(
  db: Queryable,
  engagementId: string,
  edition?: number | null,
): Promise<PublishedStatement[]> {
  return inEdition(db, edition, [], (number) => readStatements(db, number, engagementId));
}

async function inEdition<T>(
  db: Queryable,
  wanted: number | null | undefined,
  none: T,
  read: (number: number) => Promise<T>,
): Promise<T> {
  const number = wanted ?? (await readEditions(db))[0]?.number;
  return number === undefined ? none : read(number);
}

function matches(
  engagement: PublishedEngagement,
  filter: EngagementFilter,
  communities: readonly string[],
): boolean {
  const { opens, closes, agency, participation } = engagement;
  const anyOf = <T>(wanted: readonly T[] | null | undefined, value: T | null): boolean =>
    !wanted || wanted.length === 0 || (value !== null && wanted.includes(value));
  const overlaps = (from: string | null | undefined, until: string | null | undefined): boolean =>
    (!from || closes === null || closes >= from) && (!until || opens === null || opens <= until);
  const title = engagement.title.toLowerCase();
  return (
    anyOf(filter.agency, agency) &&
    anyOf(filter.participation, participation) &&
    (communities.length === 0 ||
      engagement.communities.some((community) => communities.includes(community))) &&
    overlaps(filter.openOn, filter.openOn) &&
    overlaps(filter.from, filter.until) &&
    wordsIn(filter.search).every((word) => title.includes(word))
  );
}

const wordsIn = (text: string | null | undefined): string[] =>
  (text ?? '').toLowerCase().split(/\s+/).filter(Boolean);

/** Wordings of the questions of an edition, by engagement. */
async function textsAsked(db: Queryable, edition: number): Promise<Map<string, string[]>> {
  const texts = new Map<string, string[]>();
  for (const { engagement, text } of await readQuestions(db, edition))
    texts.set(engagement, [...(texts.get(engagement) ?? []), text]);
  return texts;
}

function isAbout(
  { title, canStillChange, decisionOwner }: PublishedEngagement,
  asked: readonly string[],
  words: readonly string[],
): boolean {
  const said = [title, canStillChange, decisionOwner, ...asked].join(' ').toLowerCase();
  return words.every((word) => said.includes(word));
}

function newestFirst(a: PublishedEngagement, b: PublishedEngagement): number {
  const [left, right] = [a.opens ?? '', b.opens ?? ''];
  if (left !== right) return left < right ? 1 : -1;
  return a.id < b.id ? -1 : 1;
}
