import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort, removeFolder, temporaryFolder } from '#platform';
import type { OtherBrowser } from './other-browser.js';

/** A line of the page's console among all that the browser says: "<address>:<line>:<column>: CONSOLE ERROR <text>". */
const CONSOLE = /CONSOLE (?:\w+ )?(?:ERROR|WARN)/;

/**
 * WebKitGTK's MiniBrowser on a screen of its own (Xvfb), by the classic WebDriver. Driven so, it keeps the console to
 * itself; therefore complaints are heard in a second window without a driver, which opens the same address as nobody.
 * @param programs paths of Debian's `WebKitWebDriver`, `MiniBrowser` and `Xvfb`
 */
export async function startWebKit(programs: {
  driver: string;
  browser: string;
  screen: string;
}): Promise<OtherBrowser> {
  const screen = spawn(
    programs.screen,
    ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'],
    {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    },
  );
  const [number] = (await once(screen.stdio[3]!, 'data')) as [Buffer];
  const display = `:${String(number).trim()}`;
  const port = await freePort();
  const driver = spawn(programs.driver, ['--host=127.0.0.1', `--port=${port}`], {
    stdio: 'ignore',
    env: {
      ...process.env,
      DISPLAY: `:${String(number).trim()}`,
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
    },
  });
  const send = async <Value>(method: string, path: string, body?: object): Promise<Value> => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      ...(body ? { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } } : {}),
    });
    const { value } = (await answer.json()) as { value: Value & { error?: string; message?: string } };
    if (!answer.ok) throw new Error(`${path}: ${value.error} ${value.message}`);
    return value;
  };
  await listening(port);
  const options = {
    binary: programs.browser,
    args: ['--automation', '--enable-write-console-messages-to-stdout=true'],
  };
  const { sessionId, capabilities } = await send<{
    sessionId: string;
    capabilities: { browserName: string; browserVersion: string };
  }>('POST', '/session', { capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options } } });
  const at = `/session/${sessionId}`;
  let visited = 'about:blank';
  const ask = <Answer>(expression: string): Promise<Answer> =>
    send('POST', `${at}/execute/async`, {
      script: `const done = arguments[0]; Promise.resolve(${expression}).then(done)`,
      args: [],
    });
  return {
    name: `${capabilities.browserName} ${capabilities.browserVersion}`,
    visit: async (address) => {
      visited = address;
      await send('POST', `${at}/url`, { url: address });
    },
    ask,
    widen: async (width) => {
      const inner = await ask<number>('window.innerWidth');
      const { width: outer } = await send<{ width: number }>('GET', `${at}/window/rect`);
      await send('POST', `${at}/window/rect`, { width: width + outer - inner, height: 950 });
      return ask('new Promise((told) => setTimeout(() => told(window.innerWidth), 300))');
    },
    complaints: () => heardWithoutDriver(programs.browser, visited, display),
    picture: async () => Buffer.from(await send<string>('GET', `${at}/screenshot`), 'base64'),
    close: async () => {
      await send('DELETE', at).catch(() => undefined);
      for (const child of [driver, screen]) {
        const ended = once(child, 'exit');
        child.kill();
        await ended;
      }
    },
  };
}

async function listening(port: number): Promise<void> {
  for (let tries = 0; ; tries++) {
    const answer = await fetch(`http://127.0.0.1:${port}/status`).catch(() => null);
    if (answer?.ok) return;
    if (tries > 100) throw new Error('WebKitWebDriver does not answer');
    await pause(100);
  }
}

/** Time in which a page of the hub has long been drawn. */
const LISTEN_MS = 8_000;

async function heardWithoutDriver(program: string, address: string, display: string): Promise<string[]> {
  // A private window would not tell its console; a home of its own keeps nothing either.
  const home = temporaryFolder('webkit');
  const args = ['--enable-write-console-messages-to-stdout=true', address];
  const child = spawn(program, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, HOME: home, DISPLAY: display, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' },
  });
  const heard: string[] = [];
  for (const output of [child.stdout, child.stderr])
    createInterface({ input: output }).on('line', (line) => CONSOLE.test(line) && heard.push(line));
  const ended = once(child, 'exit');
  await pause(LISTEN_MS);
  child.kill();
  await ended;
  removeFolder(home);
  return heard;
}
