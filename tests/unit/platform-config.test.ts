import { readSettings, StartError } from '#platform';

describe('settings', () => {
  it('have defaults with which one command starts the hub on this machine alone', () => {
    expect(readSettings({}, '/srv/hub')).toEqual({
      port: 3000,
      host: '127.0.0.1',
      address: null,
      dataDir: '/srv/hub/.hub-data',
      databaseUrl: null,
      roleUrls: {},
      trustProxy: [],
      redisUrl: null,
      demo: 'if-new',
      refine: true,
      allowPrivatePull: false,
      metrics: null,
      traces: null,
      mail: null,
      logLevel: 'warn',
    });
  });

  it('are read from the environment', () => {
    const settings = readSettings(
      {
        PORT: '0',
        HOST: '0.0.0.0',
        HUB_DATA_DIR: 'data',
        DATABASE_URL: 'postgres://a:b@db:5432/hub',
        DATABASE_URL_INTAKE: 'postgresql://i@db/hub',
        REDIS_URL: 'rediss://cache:6380',
        HUB_DEMO: 'off',
        HUB_ALLOW_PRIVATE_PULL: 'on',
        LOG_LEVEL: 'debug',
      },
      '/srv/hub',
    );
    expect(settings).toMatchObject({ port: 0, host: '0.0.0.0', dataDir: '/srv/hub/data', demo: 'off' });
    expect(settings).toMatchObject({
      allowPrivatePull: true,
      logLevel: 'debug',
      redisUrl: 'rediss://cache:6380',
    });
    expect(settings.roleUrls).toEqual({ intake: 'postgresql://i@db/hub' });
  });

  it('count an empty variable as absent', () => {
    expect(readSettings({ PORT: '', DATABASE_URL: '', HUB_DEMO: '' }, '/x')).toEqual(readSettings({}, '/x'));
  });

  it.each([
    ['PORT', 'abc'],
    ['PORT', '70000'],
    ['PORT', '-1'],
    ['PORT', '3000.5'],
    ['HOST', 'http://hub'],
    ['DATABASE_URL', 'mysql://root:hunter2@db/hub'],
    ['DATABASE_URL', 'hunter2'],
    ['DATABASE_URL_WORKER', 'postgres://'],
    ['REDIS_URL', 'http://:hunter2@cache'],
    ['HUB_MAIL', 'imap://user:hunter2@mail'],
    ['HUB_TRACES', 'ftp://user:hunter2@collector'],
    ['HUB_TRACES_SHARE', '2'],
    ['HUB_DEMO', 'yes'],
    ['HUB_ALLOW_PRIVATE_PULL', '1'],
    ['LOG_LEVEL', 'loud'],
  ])('refuse a wrong %s in one line that names it and repeats no secret (%s)', (name, value) => {
    const read = () => readSettings({ [name]: value }, '/x');
    expect(read).toThrow(StartError);
    expect(read).toThrow(new RegExp(`^${name} [^\n]+$`));
    expect(read).not.toThrow(/hunter2/);
  });

  it('believe the headers of proxies that are listed, and of no others', () => {
    expect(readSettings({ HUB_TRUST_PROXY: '10.0.0.0/8, ::1,loopback' }).trustProxy).toEqual([
      '10.0.0.0/8',
      '::1',
      'loopback',
    ]);
    for (const wrong of ['yes', '10.0.0.0/33', '10.0.0', '0.0.0.0/0'])
      expect(() => readSettings({ HUB_TRUST_PROXY: wrong })).toThrow(/HUB_TRUST_PROXY/);
  });
});
