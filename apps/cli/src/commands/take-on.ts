import { randomBytes } from 'node:crypto';

import type { Command } from 'commander';

import { AGENCY_KINDS, FIELD_KINDS, PURPOSES } from '#domain';
import {
  addAgency,
  addAgreement,
  addSource,
  agencies,
  agreementExists,
  allSources,
  recordEvent,
  setSourceKey,
  sourceByCode,
  stopSource,
} from '#store';

import { withHub } from '../open-hub.js';
import { checkedCode, checkedDate, checkedList, listOf, readJson, say, UsageError } from '../terminal.js';

/** Commands that take on an agency: rows, no code. */
export function takeOnCommands(program: Command): void {
  agencyCommands(program);
  agreementCommands(program);
  sourceCommands(program);
}

function agencyCommands(program: Command): void {
  const agency = program.command('agency').description('partner agencies');
  agency
    .command('add <code>')
    .description('take on an agency, or change its name')
    .requiredOption('--name <name>', 'full name')
    .requiredOption('--kind <kind>', AGENCY_KINDS.join(' | '))
    .action(async (code: string, options: { name: string; kind: string }) => {
      const [kind] = checkedList('--kind', [options.kind], AGENCY_KINDS);
      await withHub(async ({ worker }) => {
        await addAgency(worker, {
          code: checkedCode('The agency’s code', code),
          name: options.name,
          kind: kind!,
        });
        await recordEvent(worker, {
          agency: code,
          action: 'agency-added',
          subject: code,
        });
      });
      say(`Agency ${code} is known.`);
    });
  agency.command('list').action(async () => {
    for (const one of await withHub(({ worker }) => agencies(worker)))
      say(`${one.code}\t${one.kind}\t${one.name}`);
  });
}

interface AgreementOptions {
  purposes: string;
  basis: string;
  fields: string;
  from: string;
  until?: string;
}

function agreementCommands(program: Command): void {
  program
    .command('agreement')
    .description('data-sharing agreements')
    .command('add <agency> <id>')
    .description('write down what an agency may send, for what and until when')
    .requiredOption('--basis <words>', 'lawful basis, for example "public task"')
    .requiredOption('--from <day>', 'first day, as 2026-01-01')
    .option('--until <day>', 'last day; without it the agreement is open-ended')
    .option(
      '--purposes <list>',
      `some of: ${PURPOSES.join(',')}; people are matched with those of other agencies only with record-linkage`,
      'engagement-analysis',
    )
    .option('--fields <list>', `all, or some of: ${FIELD_KINDS.join(',')}`, 'all')
    .action(async (agency: string, id: string, options: AgreementOptions) => {
      const fields =
        options.fields === 'all'
          ? [...FIELD_KINDS]
          : checkedList('--fields', listOf(options.fields), FIELD_KINDS);
      const purposes = checkedList('--purposes', listOf(options.purposes), PURPOSES);
      const from = checkedDate('--from', options.from);
      const until = options.until ? checkedDate('--until', options.until) : null;
      await withHub(async ({ worker }) => {
        await known(worker, agency);
        await addAgreement(worker, {
          agency,
          id: checkedCode('The agreement’s id', id),
          purposes,
          lawfulBasis: options.basis,
          fields,
          from,
          until,
        });
        await recordEvent(worker, {
          agency,
          action: 'agreement-added',
          subject: id,
          detail: { from, until },
        });
      });
      say(`Agreement ${id} of ${agency} stands${until ? ` until ${until}` : ''}.`);
    });
}

async function known(worker: Parameters<typeof agencies>[0], code: string): Promise<void> {
  if (!(await agencies(worker)).some((agency) => agency.code === code))
    throw new UsageError(`There is no agency called ${code}; add it first with: npx hub agency add ${code}`);
}

interface SourceOptions {
  agency: string;
  connector: string;
  name?: string;
  agreement: string;
  mapping?: string;
  pull?: string;
  schedule?: string;
  expectedEvery: string;
}

function sourceCommands(program: Command): void {
  const source = program.command('source').description('what an agency delivers, in which layout');
  source
    .command('add <code>')
    .description('add a source, or change it; prints its key, once')
    .requiredOption('--agency <code>')
    .requiredOption('--connector <code>', 'see docs/taking-on-an-agency.md')
    .requiredOption('--agreement <id>', 'the data-sharing agreement that it falls under')
    .option('--name <name>', 'as people will read it')
    .option('--mapping <file>', 'JSON: which column is what')
    .option('--pull <address>', 'where the hub fetches from')
    .option('--schedule <cron>', 'when it does, in UTC, for example "0 5 * * *"')
    .option('--expected-every <days>', 'data is late after so many days', '35')
    .action(async (code: string, options: SourceOptions) => {
      const key = await withHub(async ({ worker }) => {
        await known(worker, options.agency);
        return add(worker, checkedCode('The source’s code', code), options);
      });
      say(
        key
          ? `Source ${code} is ready. Its key, shown this once:\n${key}`
          : `Source ${code} is changed; its key stays as it was.`,
      );
    });
  source
    .command('key <code>')
    .description('give a source a new key; the old one stops working')
    .action(async (code: string) => {
      const key = newKey();
      await withHub(({ worker }) => setSourceKey(worker, code, key));
      say(key);
    });
  source
    .command('start <code>')
    .description('let a source that was stopped be pulled again')
    .action(async (code: string) => {
      await withHub(({ worker }) => stopSource(worker, code, null));
      say(`${code} is in use.`);
    });
  source.command('list').action(async () => {
    for (const one of await withHub(({ worker }) => allSources(worker)))
      say(`${one.code}\t${one.agency}\t${one.connector}\t${one.stoppedReason ?? 'in use'}`);
  });
}

/** Five or six fields of numbers, steps, ranges and lists. */
const CRON = /^([\d*/,?L-]+\s+){4,5}[\d*/,?L#A-Za-z-]+$/;

const newKey = (): string => randomBytes(32).toString('base64url');

async function add(
  worker: Parameters<typeof addSource>[0],
  code: string,
  options: SourceOptions,
): Promise<string | null> {
  const known = await sourceByCode(worker, code);
  if (known && known.agency !== options.agency)
    throw new UsageError(`The source ${code} belongs to another agency; choose another code.`);
  if (!(await agreementExists(worker, options.agency, options.agreement)))
    throw new UsageError(`${options.agency} has no agreement called ${options.agreement}; add it first.`);
  if (options.schedule && !CRON.test(options.schedule))
    throw new UsageError('--schedule must be a cron pattern in UTC, for example "0 5 * * *".');
  const mapping = options.mapping ? await readJson(options.mapping) : {};
  // Loaded here: the other commands are quicker without.
  const { checkedFieldKinds, connectorOf } = await import('#pipeline');
  const connector = await connectorOf(options.connector);
  const fieldKinds = await checkedFieldKinds(connector.code, mapping);
  if (!fieldKinds.ok) throw new UsageError(`The mapping can not be used: ${fieldKinds.error.reason}`);
  if (options.pull && !connector.ways.includes('pull'))
    throw new UsageError(`The connector ${connector.code} takes files; it can not pull.`);
  const days = Number(options.expectedEvery);
  if (!Number.isInteger(days) || days < 1)
    throw new UsageError('--expected-every must be a whole number of days.');
  await addSource(worker, {
    code,
    agency: options.agency,
    name: options.name ?? code,
    connector: connector.code,
    mapping,
    fieldKinds: fieldKinds.value,
    agreement: options.agreement,
    pullAddress: options.pull ?? null,
    schedule: options.schedule ?? null,
    expectedEveryDays: days,
  });
  const key = known ? null : newKey();
  if (key) await setSourceKey(worker, code, key);
  await recordEvent(worker, {
    agency: options.agency,
    action: known ? 'source-changed' : 'source-added',
    subject: code,
  });
  return key;
}
