import { Linter } from 'eslint';

const { default: connections } = (await import('../../eslint.connections.js' as string)) as {
  default: import('eslint').Rule.RuleModule;
};

/** Lines on which the rule complains. */
function complaints(text: string): number[] {
  const config = [
    {
      plugins: { house: { rules: { connections } } },
      rules: { 'house/connections': 'error' as const },
    },
  ];
  return new Linter().verify(text, config).map(({ line, message }) => {
    expect(message).toMatch(/one without a listener for errors/);
    return line;
  });
}

describe('a connection is made where it is given a listener for its errors', () => {
  it.each([
    `import pg from 'pg'; const pool = new pg.Pool({ connectionString });`,
    `import postgres from 'pg'; const client = new postgres.Client();`,
    `import * as pg from 'pg'; const client = new pg['Client']();`,
    `import { Pool as Connections } from 'pg'; new Connections();`,
    `const { default: pg } = await import('pg'); const client = new pg.Client();`,
    `import { DataSource } from 'typeorm'; const source = new DataSource({});`,
    `import { Redis } from 'ioredis'; const redis = new Redis(url);`,
    `import IORedis from 'ioredis'; const redis = new IORedis(url);`,
    `const { Redis } = await import('ioredis'); const redis = new Redis(url);`,
  ])('%s', (text) => {
    expect(complaints(text)).toEqual([1]);
  });

  it('and what is only called so is left alone', () => {
    const sound = `
      import pg from 'pg';
      import { Client } from '@urql/core';
      import { Pool } from 'undici';
      const asked = new pg.Query('SELECT 1');
      export const client = new Client({ url: '/graphql' });
      export const pool = new Pool('http://localhost');`;
    expect(complaints(sound)).toEqual([]);
  });
});
