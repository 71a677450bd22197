import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { generateCity, startPortal, type Portal } from '#demo';
import { WARDS } from '#domain';

const city = generateCity({ seed: 11, size: 1_200 });
const expected = city.plan.submissions
  .filter(({ engagement }) => engagement.source === 'council-platform')
  .map(({ externalId }) => externalId);

interface Page {
  notice: string;
  activities: {
    id: string;
    submissions: { response_id: string }[];
    survey: {
      pages: { questions: { components: { id: string; responses: { response_id: string }[] }[] }[] }[];
    };
  }[];
  cursor: string;
  next: string | null;
}

let portal: Portal;
let address: string;
beforeAll(async () => {
  portal = await startPortal({ port: 0, city });
  address = `${portal.address}/council/api/v1/activities`;
});
afterAll(() => portal.close());

const page = async (url: string): Promise<Page> => (await (await fetch(url)).json()) as Page;
const idsOf = ({ activities }: Page): string[] =>
  activities.flatMap(({ submissions }) => submissions.map(({ response_id }) => response_id));

describe('the council’s platform', () => {
  it('gives every submission once, page by page', async () => {
    const ids: string[] = [];
    let pages = 0;
    for (let url: string | null = `${address}?limit=97`; url; pages++) {
      const one = await page(url);
      ids.push(...idsOf(one));
      expect(one.notice).toMatch(/Synthetic/);
      url = one.next;
    }
    expect(pages).toBe(Math.ceil(expected.length / 97));
    expect([...ids].sort()).toEqual([...expected].sort());
  });

  it('goes on after a bookmark without a repeat, and has nothing more at the end', async () => {
    const first = await page(`${address}?limit=200`);
    const rest = await page(`${address}?after=${first.cursor}&limit=1000`);
    expect([...idsOf(first), ...idsOf(rest)].sort()).toEqual([...expected].sort());
    const end = await page(`${address}?after=${rest.cursor}`);
    expect(end).toMatchObject({ activities: [], next: null, cursor: rest.cursor });
  });

  it('answers a component only for submissions of the same page', async () => {
    for (const { submissions, survey } of (await page(`${address}?limit=300`)).activities) {
      const here = new Set(submissions.map(({ response_id }) => response_id));
      const answered = survey.pages.flatMap(({ questions }) =>
        questions.flatMap(({ components }) => components.flatMap(({ responses }) => responses)),
      );
      expect(answered.length).toBeGreaterThan(0);
      for (const { response_id } of answered) expect(here.has(response_id)).toBe(true);
    }
  });

  it('never shows the truth', async () => {
    const body = await (await fetch(`${address}?limit=1000`)).text();
    expect(body).not.toMatch(/person-\d|group-\d\d|"campaign-|mistakes|copyOf/);
  });

  it('takes odd parameters calmly', async () => {
    for (const query of ['after=nonsense', 'after=-5', 'limit=0', 'limit=99999', 'after=999999']) {
      const one = await page(`${address}?${query}`);
      expect(Array.isArray(one.activities)).toBe(true);
    }
    expect((await fetch(`${portal.address}/council/api/v1/other`)).status).toBe(404);
    expect((await fetch(address, { method: 'POST', body: '{}' })).status).toBe(405);
  });
});

describe('the police’s neighbourhoods', () => {
  it('have priorities and events in every ward, some with what was done', async () => {
    const base = `${portal.address}/police/api/devon-and-cornwall-police`;
    const list = (await (await fetch(`${base}/neighbourhoods`)).json()) as { id: string; name: string }[];
    expect(list.map(({ name }) => name).sort()).toEqual(WARDS.map(({ name }) => name).sort());
    const one = list[0] as { id: string };
    const priorities = (await (await fetch(`${base}/${one.id}/priorities`)).json()) as Record<
      string,
      string | null
    >[];
    const events = (await (await fetch(`${base}/${one.id}/events`)).json()) as Record<string, string>[];
    expect(priorities.length).toBeGreaterThan(3);
    for (const priority of priorities) {
      expect(priority['issue-date']).toMatch(/^20\d\d-\d\d-\d\dT00:00:00$/);
      expect(priority['action'] === null).toBe(priority['action-date'] === null);
    }
    expect(priorities.some(({ action }) => action !== null)).toBe(true);
    for (const event of events) expect(`${event['title']}`).toMatch(/\(demonstration\)$/);
  });

  it('answer 304 to who has the page already', async () => {
    const url = `${portal.address}/police/api/devon-and-cornwall-police/neighbourhoods`;
    const etag = (await fetch(url)).headers.get('etag') ?? '';
    expect((await fetch(url, { headers: { 'if-none-match': etag } })).status).toBe(304);
  });
});
