import { spawn, type ChildProcess } from 'node:child_process';

/** A Node process of a test, which reports in lines of JSON on its standard output. */
export interface Child {
  process: ChildProcess;
  /** The next line it reports; fails where it ends first, with what it wrote to stderr. */
  next(): Promise<Record<string, unknown>>;
  /** Kills it as a power cut would. */
  kill(): Promise<void>;
  /** Its exit code, once it ends by itself. */
  ended: Promise<number | null>;
}

/**
 * Runs a script (ESM text) in a process of its own. In the script, `report(value)` writes a line and `told()` waits for
 * a line from the test (`child.process.stdin`).
 */
export function runScript(script: string, env: NodeJS.ProcessEnv = {}): Child {
  const child = spawn(process.execPath, ['--input-type=module', '-e', PREAMBLE + script], {
    env: { ...process.env, NODE_OPTIONS: '', ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let waiting: ((line: string) => void)[] = [];
  const lines: string[] = [];
  let text = '';
  let complaint = '';
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
  child.stdout.on('data', (chunk: Buffer) => {
    const parts = (text + chunk.toString()).split('\n');
    text = parts.pop() ?? '';
    for (const line of parts) (waiting.shift() ?? ((one: string) => void lines.push(one)))(line);
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  const next = async (): Promise<Record<string, unknown>> => {
    const line =
      lines.shift() ?? (await Promise.race([new Promise<string>((done) => waiting.push(done)), ended]));
    if (typeof line !== 'string') throw new Error(`the process ended with ${line}: ${complaint}`);
    return JSON.parse(line) as Record<string, unknown>;
  };
  const kill = async (): Promise<void> => {
    waiting = [];
    child.kill('SIGKILL');
    await ended;
  };
  return { process: child, next, kill, ended };
}

const PREAMBLE = `
const report = (value) => process.stdout.write(JSON.stringify(value) + '\\n');
const told = () => new Promise((resolve) => process.stdin.once('data', resolve));
`;
