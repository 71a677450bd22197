import { createServer } from 'node:net';
import { errorCode, StartError } from './start-error.js';

/** A port of 127.0.0.1 that was free a moment ago. */
export function freePort(): Promise<number> {
  return listenOnce(0, '127.0.0.1');
}

/** Is this port of this address free just now? */
export async function portIsFree(port: number, host = '127.0.0.1'): Promise<boolean> {
  return listenOnce(port, host).then(
    () => true,
    () => false,
  );
}

/**
 * Checks before anything slow is done that the port can be had.
 * @throws StartError in one line where it can't.
 */
export async function assertPort(port: number, host: string): Promise<void> {
  await listenOnce(port, host).catch((error: unknown) => {
    throw portFailure(error, port, host);
  });
}

/** A failure to listen, as one clear line; other errors come back unchanged. */
export function portFailure(error: unknown, port: number, host: string): unknown {
  switch (errorCode(error)) {
    case 'EADDRINUSE':
      return new StartError(
        `port ${port} on ${host} is in use; stop what is using it or choose another with PORT=`,
      );
    case 'EACCES':
      return new StartError(`port ${port} may not be used by this account; choose one above 1023 with PORT=`);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EINVAL':
      return new StartError(`${host} is not an address of this machine; choose another with HOST=`);
    default:
      return error;
  }
}

function listenOnce(port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      const got = typeof address === 'object' && address ? address.port : port;
      server.close(() => resolve(got));
    });
  });
}
