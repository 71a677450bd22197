import { publishEdition } from '#facts';
import { Database, setHubSetting } from '#store';
import type { TestDatabase } from '../support/database.js';
import { plantHub, plantThemes } from '../support/small-hub.js';
import { startApi, type Answer, type TestApi } from './api-server.js';

const SIZE = { submissions: 2_400, people: 1_000 };
export const LIGHTING = 'themes-by-community/theme=lighting';
export const DRAFT =
  'id version digest released releaseAt proposed hands { account part signs } checks { code stops { section words } } events { account what }';

type Who = 'author' | 'colleague' | 'police' | 'stranger';

/** A hub of one edition, of which litter is indicative and noise still learnt, with those who write and read its reports. */
export interface ReportRoom {
  api: TestApi;
  /** Cookies. */
  as: Record<Who, string>;
  /** @param seen version that was read before; null for a new report */
  save(over: object, seen: number | null, who?: string): Promise<Answer>;
  mutate(call: string, who?: string): Promise<Answer>;
  stop(): Promise<void>;
}

/** A draft that no check stops, on lighting and the places above it. */
export const input = (over: object = {}) => ({
  agency: 'city', slug: 'lighting-2026', title: 'Lighting', theme: 'places', forWhom: 'The board', edition: 1,
  texts: [
    { code: 'point', text: `The board is asked to decide on lamps. [[${LIGHTING}]] raised them.` },
    { code: 'limits', text: 'People chose to speak.' },
  ],
  ...over,
}); // prettier-ignore

/** @param plant fills the database before the edition is published */
export async function startRoom(
  plant: (admin: TestApi['database']['admin']) => Promise<unknown> = async () => undefined,
): Promise<ReportRoom> {
  const plantRoom = async (database: TestDatabase): Promise<void> => {
    await plantHub(database.admin, SIZE);
    await plantThemes(database.admin, SIZE);
    await database.admin.query(`UPDATE coding.theme_grade SET grade = 'indicative' WHERE theme = 'litter'`);
    await database.admin.query(`UPDATE coding.theme_grade SET grade = 'learning' WHERE theme = 'noise'`);
    await plant(database.admin);
    const worker = await Database.open(database.urlFor('worker'));
    await setHubSetting(worker, 'city', 'Plymouth');
    await publishEdition(worker);
    await worker.close();
  };
  // Where whoever asks says from which address: all questions and pages of a minute from one are too many.
  const api = await startApi(plantRoom, [], ['127.0.0.1']);
  const as = {
    author: await api.signIn('Author', ['officer'], ['city']),
    colleague: await api.signIn('Colleague', ['lead'], ['city']),
    police: await api.signIn('Police', ['officer'], ['force']),
    stranger: await api.signIn('Stranger', ['officer'], ['health']),
  };
  return {
    api,
    as,
    save: (over, seen, who = as.author) =>
      api.ask(
        `mutation ($input: ReportInput!, $seen: Int) { saveReport(input: $input, seen: $seen) { ${DRAFT} } }`,
        { variables: { input: input(over), seen }, as: who },
      ),
    mutate: (call, who = as.author) => api.ask(`mutation { ${call} }`, { as: who }),
    stop: () => api.stop(),
  };
}

export const detailOf = (answer: Answer): unknown => answer.errors[0]?.extensions['detail'];
