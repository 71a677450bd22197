import { discoverFolders } from '#platform';
import { checkReport } from './check-report.js';
import type { Report } from './contract.js';

let found: Promise<Report[]> | undefined;

/**
 * The reports found at start-up: every folder `<code>/` beside this file with a `report.ts` that exports one by default, in
 * order of code.
 * @throws Error naming the report and what is wrong with it
 */
export function reports(): Promise<Report[]> {
  found ??= findReports();
  return found;
}

export async function report(code: string): Promise<Report | null> {
  return (await reports()).find((each) => each.code === code) ?? null;
}

async function findReports(): Promise<Report[]> {
  const all: Report[] = [];
  for (const { code, value } of await discoverFolders(import.meta.url, 'report')) {
    const each = value as Report;
    const problems = checkReport(each);
    if (each.code !== code) problems.unshift('its code must be the name of its folder');
    if (problems.length > 0) throw new Error(`report ${code}: ${problems[0]}`);
    all.push(each);
  }
  return all;
}
