import type { Logger } from './logger.js';

/**
 * Says at start that a hub behind a proxy does not know its public address: what reports and feeds print nobody can open then.
 * @param settings as `readSettings` gives them
 */
export function warnOfUnsaidAddress(
  { trustProxy, address }: { trustProxy: readonly string[]; address: string | null },
  logger: Pick<Logger, 'warn'>,
): void {
  if (trustProxy.length > 0 && address === null) logger.warn('public-address-unset', { code: 'HUB_ADDRESS' });
}
