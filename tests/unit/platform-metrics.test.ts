import { Metrics, readSettings, serveMetrics } from '#platform';

import { doorOf } from '#tracing';

describe('what Prometheus may ask', () => {
  it('is served at an address of its own, in its own format, and nothing else is', async () => {
    const metrics = await Metrics.open();
    let waiting = 3;
    metrics.gauge('hub_jobs', 'Jobs', ['job', 'state'], async () => [
      { labels: { job: 'link', state: 'waiting' }, value: waiting },
    ]);
    metrics.gauge('hub_edition', 'Edition', [], async () => 7);
    metrics.gauge('hub_away', 'Never known', [], () => Promise.reject(new Error('the database is away')));
    metrics.answered('graphql', 'POST', 200, 0.02);
    metrics.answered('graphql', 'POST', 503, 2);
    const served = await serveMetrics(metrics, { host: '127.0.0.1', port: 0 });
    const ask = async (): Promise<string> => (await fetch(served.address)).text();
    const told = await ask();
    expect(told).toMatch(/^hub_jobs\{job="link",state="waiting"\} 3$/m);
    expect(told).toMatch(/^hub_edition 7$/m);
    expect(told).toMatch(
      /^hub_http_answer_seconds_bucket\{le="0.025",door="graphql",method="POST",status="2xx"\} 1$/m,
    );
    expect(told).toMatch(/^hub_http_answer_seconds_count\{door="graphql",method="POST",status="5xx"\} 1$/m);
    expect(told).toMatch(/^nodejs_eventloop_lag_seconds /m);
    expect(told).not.toMatch(/^hub_away /m);
    waiting = 0;
    expect(await ask()).toMatch(/^hub_jobs\{job="link",state="waiting"\} 0$/m);
    const elsewhere = served.address.replace('/metrics', '/');
    expect((await fetch(elsewhere)).status).toBe(404);
    expect((await fetch(served.address, { method: 'POST' })).status).toBe(404);
    await served.close();
  });

  it('knows doors and no addresses', () => {
    expect(doorOf('/graphql')).toBe('graphql');
    expect(doorOf('/v1/sources/canary-source/deliveries?x=1')).toBe('deliveries');
    expect(doorOf('/v1/sources/canary-source/deliveries/7/rows')).toBe('intake');
    expect(doorOf('/files/look')).toBe('files');
    expect(doorOf('/sign-in?token=canary')).toBe('sign-in');
    expect(doorOf('/wards/canary')).toBe('pages');
  });

  it('is asked for by a setting, and nowhere without', () => {
    expect(readSettings({}).metrics).toBeNull();
    expect(readSettings({ HUB_METRICS: '127.0.0.1:9464' }).metrics).toEqual({
      host: '127.0.0.1',
      port: 9464,
    });
    expect(readSettings({ HUB_METRICS: '[::1]:0' }).metrics).toEqual({ host: '::1', port: 0 });
    for (const wrong of ['9464', 'on', '127.0.0.1:99999', 'http://127.0.0.1:9464', 'a b:1'])
      expect(() => readSettings({ HUB_METRICS: wrong })).toThrow(/HUB_METRICS must be an address and a port/);
  });
});
