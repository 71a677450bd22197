import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { removeFolder, temporaryFolder } from '#platform';
import type { OtherBrowser } from './other-browser.js';

/** As much of a WebSocket as is used here; Node has one of its own from 22 (20: by `--experimental-websocket`). */
interface Socket {
  addEventListener(type: 'open' | 'error', heard: () => void): void;
  addEventListener(type: 'message', heard: (event: { data: unknown }) => void): void;
  send(text: string): void;
}
const { WebSocket: OpenSocket } = globalThis as unknown as { WebSocket: new (address: string) => Socket };

interface Message {
  id?: number;
  type: 'success' | 'error' | 'event';
  result?: unknown;
  message?: string;
  method?: string;
  params?: { level: string; text: string | null };
}

/** One WebDriver BiDi session over its socket: commands by number, log entries kept. */
class Session {
  private readonly waiting = new Map<number, (message: Message) => void>();
  private number = 0;
  readonly logged: string[] = [];

  private constructor(private readonly socket: Socket) {
    socket.addEventListener('message', ({ data }) => this.hear(JSON.parse(String(data)) as Message));
  }

  static async at(address: string): Promise<Session> {
    const socket = new OpenSocket(`${address}/session`);
    await new Promise((resolve, reject) => {
      socket.addEventListener('open', () => resolve(undefined));
      socket.addEventListener('error', () => reject(new Error(`no session at ${address}`)));
    });
    return new Session(socket);
  }

  async send<Result>(method: string, params: object): Promise<Result> {
    const id = ++this.number;
    this.socket.send(JSON.stringify({ id, method, params }));
    const answer = await new Promise<Message>((resolve) => this.waiting.set(id, resolve));
    if (answer.type === 'error') throw new Error(`${method}: ${answer.message}`);
    return answer.result as Result;
  }

  private hear(message: Message): void {
    if (message.id !== undefined) {
      this.waiting.get(message.id)?.(message);
      this.waiting.delete(message.id);
    } else if (message.method === 'log.entryAdded' && ['error', 'warn'].includes(message.params?.level ?? ''))
      this.logged.push(message.params?.text ?? '');
  }
}

/**
 * Firefox without a window, driven by WebDriver BiDi (it listens for that by itself, no driver is needed).
 * @param program path of Debian's `firefox-esr`
 */
export async function startFirefox(program: string): Promise<OtherBrowser> {
  const profile = temporaryFolder('firefox');
  const args = [
    '--headless',
    '--no-remote',
    '--remote-debugging-port=0',
    '--profile',
    profile,
    'about:blank',
  ];
  const child = spawn(program, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, HOME: profile, MOZ_DISABLE_CONTENT_SANDBOX: '1' },
  });
  const session = await Session.at(await addressTold(child.stderr));
  const { capabilities } = await session.send<{
    capabilities: { browserName: string; browserVersion: string };
  }>('session.new', { capabilities: {} });
  await session.send('session.subscribe', { events: ['log.entryAdded'] });
  const tree = await session.send<{ contexts: [{ context: string }] }>('browsingContext.getTree', {});
  const { context } = tree.contexts[0];
  const ask = async <Answer>(expression: string): Promise<Answer> => {
    const told = await session.send<{
      type: string;
      result?: { value?: string };
      exceptionDetails?: { text: string };
    }>('script.evaluate', {
      expression: `Promise.resolve(${expression}).then(JSON.stringify)`,
      target: { context },
      awaitPromise: true,
    });
    if (told.exceptionDetails) throw new Error(told.exceptionDetails.text);
    return (told.result?.value === undefined ? undefined : JSON.parse(told.result.value)) as Answer;
  };
  return {
    name: `${capabilities.browserName} ${capabilities.browserVersion}`,
    visit: async (address) =>
      void (await session.send('browsingContext.navigate', { context, url: address, wait: 'complete' })),
    ask,
    widen: async (width) => {
      await session.send('browsingContext.setViewport', { context, viewport: { width, height: 900 } });
      return ask('window.innerWidth');
    },
    complaints: () => Promise.resolve(session.logged.splice(0)),
    picture: async () =>
      Buffer.from(
        (await session.send<{ data: string }>('browsingContext.captureScreenshot', { context })).data,
        'base64',
      ),
    close: async () => {
      const ended = once(child, 'exit');
      child.kill();
      await ended;
      removeFolder(profile);
    },
  };
}

/** The address that Firefox says on its error output. */
async function addressTold(output: NodeJS.ReadableStream): Promise<string> {
  const lines = createInterface({ input: output });
  const heard: string[] = [];
  return new Promise((resolve, reject) => {
    lines.on('line', (line) => {
      heard.push(line);
      const told = /WebDriver BiDi listening on (ws:\S+)/.exec(line);
      if (told) resolve(told[1]!);
    });
    lines.on('close', () => reject(new Error(`Firefox ended: ${heard.slice(-3).join(' / ')}`)));
  });
}
