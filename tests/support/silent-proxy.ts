import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/**
 * A way to a server that can fall silent, as a firewall or a cable does: connections stay open and take what is written, and nothing
 * comes or goes any more.
 */
export interface SilentProxy {
  port: number;
  /** `open`: all pass. `half-open`: those that are there are silent, new ones pass. `silent`: all are. */
  turn(state: 'open' | 'half-open' | 'silent'): void;
  /** Every connection ends without a word, as where a server is switched off. */
  cut(): void;
  stop(): Promise<void>;
}

export async function silentProxy(to: { port: number; host?: string }): Promise<SilentProxy> {
  const pairs = new Set<{ near: Socket; far: Socket | null; silent: boolean }>();
  let all = false;
  const server = createServer((near) => {
    const pair = { near, far: null as Socket | null, silent: all };
    pairs.add(pair);
    near.on('error', () => undefined).on('close', () => (pairs.delete(pair), pair.far?.destroy()));
    near.on('data', (bytes) => void (pair.silent || pair.far?.write(bytes)));
    if (all) return;
    pair.far = connect(to.port, to.host ?? '127.0.0.1');
    pair.far.on('error', () => undefined).on('close', () => void (pair.silent || near.destroy()));
    pair.far.on('data', (bytes) => void (pair.silent || near.write(bytes)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    turn: (state) => {
      all = state === 'silent';
      // What was lost once stays lost: nobody knows any more what went where.
      if (state !== 'open') for (const pair of pairs) pair.silent = true;
    },
    cut: () => {
      for (const { near, far } of pairs) {
        near.resetAndDestroy();
        far?.destroy();
      }
    },
    stop: async () => {
      for (const { near, far } of pairs) {
        near.destroy();
        far?.destroy();
      }
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The same address by another way. */
export function through(url: string, { port }: { port: number }): string {
  return Object.assign(new URL(url), { hostname: '127.0.0.1', port: String(port) }).href;
}
