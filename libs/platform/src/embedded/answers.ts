import { connect } from 'node:net';

/** SSLRequest of PostgreSQL's protocol: length 8, code 80877103. A server says S or N to it before any sign-in. */
const QUESTION = Buffer.from([0, 0, 0, 8, 0x04, 0xd2, 0x16, 0x2f]);

/**
 * Does a PostgreSQL server answer at this port of this machine? Its process being there does not say so: one that was just
 * killed is there for a moment more, and one that hangs for good.
 * @param patienceMs how long it may take
 */
export function answers(port: number, patienceMs: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    const end = (answered: boolean): void => {
      socket.destroy();
      resolve(answered);
    };
    socket.setTimeout(patienceMs, () => end(false));
    socket.once('error', () => end(false));
    socket.once('close', () => end(false));
    socket.once('connect', () => socket.write(QUESTION));
    socket.once('data', ([first]) => end(first === 0x4e || first === 0x53));
  });
}
