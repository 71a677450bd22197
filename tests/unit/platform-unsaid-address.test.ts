import { readFileSync } from 'node:fs';
import { warnOfUnsaidAddress } from '#platform';

const warned = (trustProxy: string[], address: string | null): string[] => {
  const events: string[] = [];
  warnOfUnsaidAddress({ trustProxy, address }, { warn: (event) => void events.push(event) });
  return events;
};

test('a hub behind a proxy that does not know its public address says so at start', () => {
  expect(warned(['127.0.0.1'], null)).toEqual(['public-address-unset']);
  expect(warned(['127.0.0.1'], 'https://hub.example.org')).toEqual([]);
  expect(warned([], null)).toEqual([]);
});

test('what is shipped to run a hub by says its public address', () => {
  for (const file of ['docker/compose.yaml', 'docs/examples/co-operative-brain.service'])
    expect(readFileSync(file, 'utf8')).toMatch(/HUB_ADDRESS[:=]/);
});
