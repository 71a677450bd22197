import { checkReport, reports } from '#facts';

/** Every report that is found, whoever added it: what a report must be for the rest of the hub to carry it. */
describe('reports', () => {
  test('the four that the hub comes with are found', async () => {
    expect((await reports()).map((report) => report.code)).toEqual(
      expect.arrayContaining([
        'engagement-overview',
        'participation-and-reach',
        'themes-by-community',
        'who-has-not-been-heard',
      ]),
    );
  });

  test('each is whole: a definition in words, its own dimension among those it may be cut by', async () => {
    for (const report of await reports())
      expect([report.code, checkReport(report)]).toEqual([report.code, []]);
  });

  test('no two share a title or a definition', async () => {
    const all = await reports();
    expect(new Set(all.map((report) => report.title)).size).toBe(all.length);
    expect(new Set(all.map((report) => report.definition)).size).toBe(all.length);
  });

  test('what is wrong with a report is said by name', async () => {
    const [good] = await reports();
    const wrong = {
      code: 'Bad Code',
      title: '',
      definition: 'People.',
      version: 0,
      dimensions: ['ward', 'ward'],
      own: ['shoe-size'],
    };
    expect(checkReport({ ...good!, ...(wrong as unknown as typeof good) })).toHaveLength(7);
  });
});
