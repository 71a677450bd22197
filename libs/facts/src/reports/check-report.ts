import { isDimension } from '../dimensions.js';
import type { Report } from './contract.js';

/** What is wrong with a report's definition, in words; empty where nothing is. */
export function checkReport(report: Report): string[] {
  const problems: string[] = [];
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(report.code)) problems.push('its code must be kebab-case');
  if (report.title.trim().length < 3) problems.push('it has no title');
  if (report.definition.trim().length < 40 || !report.definition.trim().endsWith('.'))
    problems.push('its definition must say in whole sentences who is counted and how often');
  if (!Number.isInteger(report.version) || report.version < 1) problems.push('its version must be 1 or more');
  if (report.own.length === 0) problems.push('it has no dimension of its own');
  for (const dimension of [...report.own, ...report.dimensions])
    if (!isDimension(dimension)) problems.push(`there is no dimension ${String(dimension)}`);
  for (const dimension of report.own)
    if (!report.dimensions.includes(dimension))
      problems.push(`its own dimension ${dimension} is not among its dimensions`);
  if (new Set(report.dimensions).size !== report.dimensions.length)
    problems.push('a dimension is listed twice');
  return problems;
}
