import type { Outcome } from '#domain';
import type { Connector, DeliveredFile, ReadOutcome } from '../contract.js';
import { mappingProblem } from '../mapping/parse.js';
import { checkedBy } from '../mapping/schema.js';
import { fileNamesProblem, mappingRefused, outcomeOfProblem } from '../read-problems.js';
import { readCrimeFile, type CrimeRows } from './files.js';
import { pullStreetCrime } from './pull.js';
import { recordedOf } from './records.js';
import { settings, type Settings } from './shape.js';

/** Street-level crime as police forces publish it: a context series by ward, month and kind, and nobody's answers. */
const connector: Connector = {
  code: 'police-street-crime',
  title: 'Recorded street-level crime',
  agencyKinds: ['police'],
  ways: ['pull', 'file'],
  brings: 'recorded',
  checkMapping: (mapping) => mappingProblem(parse(mapping)),
  fieldKinds: () => ['dates', 'place'],
  read: (files, mapping) => Promise.resolve(read(files, mapping)),
  toRecord: recordedOf,
  pull: pullStreetCrime,
};
export default connector;

const parse = (mapping: unknown): Outcome<Settings, string> => checkedBy(settings, mapping);

function read(files: DeliveredFile[], mapping: unknown): ReadOutcome {
  const checked = parse(mapping);
  if (!checked.ok) return mappingRefused(checked.error);
  const problem = fileNamesProblem(files);
  if (problem) return problem;
  const parts: CrimeRows[] = [];
  for (const file of files) {
    const part = readCrimeFile(file);
    if (!part.ok) return outcomeOfProblem(file.name, part.error, null);
    parts.push(part.value);
  }
  return {
    status: 'read',
    rows: parts.flatMap(({ rows }) => rows),
    context: { mapping, notes: { assumptions: [] } },
    rejections: parts.flatMap(({ rejections }) => rejections),
    leftOut: parts.flatMap(({ leftOut }) => leftOut),
    files: parts.map(({ file, rows, rejections }) => ({
      name: file,
      rows: rows.length + rejections.length,
    })),
    engagements: [],
  };
}
