import type { Command } from 'commander';

import { newConnector } from '#connectors';

import { checkedCode, say } from '../terminal.js';

/** Things that are added for years, each as one new folder. */
export function newCommands(program: Command): void {
  program
    .command('new')
    .description('scaffold an addition')
    .command('connector <code>')
    .description('a folder with a connector that passes the contract suite, to be made your own')
    .action(async (code: string) => {
      const folder = await newConnector(checkedCode('The connector’s code', code));
      say(`${folder} is made. Read its README.md, then run: npm test -- tests/contract`);
    });
}
