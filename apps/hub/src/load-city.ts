import type { Settings } from '#platform';
import { demonstrationState, hubContents, type DemonstrationSize, type ReceivedFile } from '#store';

import type { RunningHub } from './hub.js';

/**
 * The first start of a hub with nothing in it loads the demonstration city; a start after that finds it loaded, or begun,
 * and goes on. A hub that somebody has begun with is left alone.
 * @param stopping ends the load at its next step: what was loaded is kept, and the next start goes on from there
 * @returns a line for whoever asked for the city and does not get it; else null
 */
export async function loadCity(
  hub: RunningHub,
  { dataDir, refine, demo }: Pick<Settings, 'dataDir' | 'refine' | 'demo'>,
  stopping: AbortSignal,
): Promise<string | null> {
  if (demo === 'off') return null;
  const { DEMONSTRATION, loadDemonstration } = await import('../../cli/src/demonstration/load.js');
  const { progressOnStderr } = await import('../../cli/src/demonstration/progress.js');
  const refused = await inTheWay(hub, DEMONSTRATION);
  if (refused !== null) return demo === 'on' ? refused : null;
  const { worker, linker } = hub.databases;
  await loadDemonstration(
    { worker: worker.until(stopping), linker: linker.until(stopping) },
    {
      ...DEMONSTRATION,
      progress: progressOnStderr(),
      dataDir,
      refine,
      push: (source, key, files) => {
        stopping.throwIfAborted();
        return pushOverHttp(hub.address, source, key, files);
      },
    },
  );
  return null;
}

async function inTheWay(
  { databases: { owner, worker } }: RunningHub,
  usual: DemonstrationSize,
): Promise<string | null> {
  if ((await demonstrationState(worker, usual)).is !== 'absent') return null;
  const { inWords } = await import('../../cli/src/demonstration/in-use.js');
  const there = inWords(await hubContents(owner));
  return there && `HUB_DEMO=on: this hub holds ${there}, so the made-up city was not loaded.`;
}

/** As a partner's own system would: one POST, acknowledged once it is kept. */
async function pushOverHttp(
  address: string,
  source: string,
  key: string,
  files: readonly ReceivedFile[],
): Promise<void> {
  const response = await fetch(`${address}/v1/sources/${source}/deliveries`, {
    method: 'POST',
    ...bodyOf(files, { authorization: `Bearer ${key}` }),
  });
  if (!response.ok) throw new Error(`the hub answered ${response.status} to a demonstration delivery`);
}

/** One file as it is, several as a form. */
function bodyOf(
  files: readonly ReceivedFile[],
  headers: Record<string, string>,
): { headers: Record<string, string>; body: FormData | Uint8Array<ArrayBuffer> } {
  const [only, ...more] = files;
  if (only && more.length === 0)
    return {
      headers: {
        ...headers,
        'content-type': only.mediaType ?? 'application/octet-stream',
        'content-disposition': `attachment; filename="${encodeURIComponent(only.name)}"`,
      },
      body: new Uint8Array(only.bytes),
    };
  const form = new FormData();
  for (const { name, mediaType, bytes } of files)
    form.append('files', new Blob([new Uint8Array(bytes)], { type: mediaType ?? '' }), name);
  return { headers, body: form };
}
