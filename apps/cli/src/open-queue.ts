import { chooseBackend, QueueClient } from '#queue';
import { watchPool } from '#store';

import { withHub, type OpenHub } from './open-hub.js';

/**
 * As `withHub`, with a look at the queue besides.
 * @throws QueueError where there is none yet: the first start of a hub makes it
 */
export function withQueue<T>(work: (hub: OpenHub, queue: QueueClient) => Promise<T>): Promise<T> {
  return withHub(async (hub) => {
    const queue = await QueueClient.open(chooseBackend(hub.settings.redisUrl, hub.workerUrl, watchPool));
    try {
      return await work(hub, queue);
    } finally {
      await queue.close();
    }
  });
}
