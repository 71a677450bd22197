import type { Settings } from '#platform';
import { hubSetting, type ReceivedFile } from '#store';

import type { RunningHub } from './hub.js';

/** The first start loads the demonstration city; a start after that finds it loaded and goes on. */
export async function loadCity(
  hub: RunningHub,
  { dataDir, refine }: Pick<Settings, 'dataDir' | 'refine'>,
): Promise<void> {
  if ((await hubSetting(hub.databases.worker, 'demonstration')) === 'loaded') return;
  const { DEMO_SEED, DEMO_SIZE } = await import('../../cli/src/commands/demo.js');
  const { loadDemonstration } = await import('../../cli/src/demonstration/load.js');
  const { progressOnStderr } = await import('../../cli/src/demonstration/progress.js');
  await loadDemonstration(hub.databases, {
    seed: DEMO_SEED,
    size: DEMO_SIZE,
    progress: progressOnStderr(),
    dataDir,
    refine,
    push: (source, key, file) => pushOverHttp(hub.address, source, key, file),
  });
}

/** As a partner's own system would: one POST, acknowledged once it is kept. */
async function pushOverHttp(address: string, source: string, key: string, file: ReceivedFile): Promise<void> {
  const response = await fetch(`${address}/v1/sources/${source}/deliveries`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${key}`,
      'content-type': file.mediaType ?? 'application/octet-stream',
      'content-disposition': `attachment; filename="${encodeURIComponent(file.name)}"`,
    },
    body: new Uint8Array(file.bytes),
  });
  if (!response.ok) throw new Error(`the hub answered ${response.status} to a demonstration delivery`);
}
