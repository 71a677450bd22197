import type { Outcome } from '#domain';
import type { Connector, DeliveredFile, ReadOutcome } from '../contract.js';
import { readJsonFile } from '../document-connector.js';
import { mappingProblem } from '../mapping/parse.js';
import { checkedBy, describeIssues } from '../mapping/schema.js';
import { fileNamesProblem, mappingRefused, outcomeOfProblem } from '../read-problems.js';
import { refused } from '../reading/place.js';
import { pullNeighbourhoods } from './pull.js';
import { bundle, settings, type Settings } from './shape.js';
import { rowsOf, statementOf } from './statements.js';

/** Neighbourhood priorities and events of a police force: what the agency says, never counted as submissions. */
const connector: Connector = {
  code: 'police-neighbourhood',
  title: 'Police neighbourhood priorities and events',
  agencyKinds: ['police'],
  ways: ['pull', 'file'],
  checkMapping: (mapping) => mappingProblem(parse(mapping)),
  fieldKinds: () => ['dates', 'place'],
  read: (files, mapping) => Promise.resolve(read(files, mapping)),
  toRecord: statementOf,
  pull: pullNeighbourhoods,
};
export default connector;

const parse = (mapping: unknown): Outcome<Settings, string> => checkedBy(settings, mapping);

function read(files: DeliveredFile[], mapping: unknown): ReadOutcome {
  const checked = parse(mapping);
  if (!checked.ok) return mappingRefused(checked.error);
  const problem = fileNamesProblem(files);
  if (problem) return problem;
  const outcome: ReadOutcome = {
    status: 'read',
    rows: [],
    context: { mapping, notes: { assumptions: [] } },
    rejections: [],
    files: [],
    engagements: [],
  };
  for (const file of files) {
    const json = readJsonFile(file);
    if (!json.ok) return outcomeOfProblem(file.name, json.error, null);
    const page = bundle.safeParse(json.value);
    if (!page.success) {
      const reason = `The file is not a list of neighbourhoods with priorities and events: ${describeIssues(page.error)}.`;
      return outcomeOfProblem(file.name, refused('layout-unknown', reason), null);
    }
    const rows = rowsOf(file.name, page.data);
    outcome.rows.push(...rows);
    outcome.files.push({ name: file.name, rows: rows.length });
  }
  return outcome;
}
