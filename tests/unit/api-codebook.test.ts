import { themesOfRecordedCrime } from '../../apps/api/src/public/codebook/recorded-themes.js';

test('only themes that police record a category for are named as such', async () => {
  const themes = await themesOfRecordedCrime('safer-plymouth');
  expect(themes).toEqual(expect.arrayContaining(['anti-social-behaviour', 'drugs']));
  expect(themes).not.toContain('police-visibility');
  expect(await themesOfRecordedCrime('no-such-codebook')).toEqual([]);
});
