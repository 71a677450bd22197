import { fork } from 'node:child_process';
import { childScript, NoTurn, Turns } from '#platform';
import type { PrintedDocument } from './document.js';

/** Documents that may wait while one is set. */
const MOST_WAITING = 7;
/** A document of hundreds of pages takes seconds; one that takes so long never ends. */
const PATIENCE_MS = 120_000;

/** A document that was set, and the most memory that its process had. */
export interface SetReport {
  bytes: Uint8Array;
  pages: number;
  peakMb: number;
}

/** So many documents wait that this one is not taken on. */
export class PrinterBusy extends Error {}

/** Sets documents one after the other, each in a process of its own: the hub neither waits for it nor keeps its memory. */
export class Printer {
  private readonly turns = new Turns(1, MOST_WAITING);

  /** @throws PrinterBusy; Error where the document can't be set */
  async pdf(document: PrintedDocument): Promise<SetReport> {
    try {
      return await this.turns.run(() => setApart(document));
    } catch (error) {
      throw error instanceof NoTurn ? new PrinterBusy('too many reports are being set') : error;
    }
  }
}

function setApart(document: PrintedDocument): Promise<SetReport> {
  const script = childScript(import.meta.url, 'typeset-child');
  if (script === null) return Promise.reject(new Error('the typesetter is not built'));
  const child = fork(script, {
    execArgv: [],
    env: process.env['SystemRoot'] ? { SystemRoot: process.env['SystemRoot'] } : {}, // Windows starts nothing without it
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  return new Promise((resolve, reject) => {
    const patience = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
    child.on('message', (answer: SetReport | { fault: string }) => {
      if ('bytes' in answer) resolve(answer);
      else reject(new Error(answer.fault));
    });
    child.on('error', reject);
    child.on('close', (code, signal) => {
      clearTimeout(patience);
      reject(new Error(`the typesetter ended with ${signal ?? code ?? 'nothing'}`)); // after an answer this says nothing more
    });
    child.send(document, () => undefined); // where it can't be sent, the process closes and says so
  });
}
