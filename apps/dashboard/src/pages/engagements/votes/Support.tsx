import { CsvButton } from '../../../downloads/CsvButton';
import { day } from '../../../figures/format';
import type { VotesQuery } from '../../../gql/graphql';
import { Section } from '../../../layout/Section';
import { DataTable } from '../../../tables/DataTable';
import { supportColumns } from './support-columns';
import { mostSupported, numbered } from './supported';

/** Proposals that others liked or supported, as the platform counted: a record of the agency beside the answers, and no people. */
export function Support({ votes }: { votes: VotesQuery['votes'] }) {
  const rows = numbered(votes.supported);
  const columns = supportColumns(rows);
  const since = votes.supportCountedOn === null ? '' : `, as delivered on ${day(votes.supportCountedOn)}`;
  return (
    <Section
      title={mostSupported(rows)}
      measure={`What others did for or against proposals on the platform, as the platform counted${since}. These are accounts of the platform, not people whom the hub knows: they are in no count of people or submissions.`}
      tools={<CsvButton title="Support" columns={columns} rows={rows} />}
    >
      <DataTable
        className="stack-narrow"
        caption="Proposals by what others did for or against them"
        columns={columns}
        rows={rows}
        rowKey={({ place }) => String(place)}
        sort={{ key: '', down: false }}
      />
      {!votes.working && (
        <p className="note">
          Told from fifty on, rounded to five. Proposals with less are not listed; those whose words no person
          released are listed without.
        </p>
      )}
    </Section>
  );
}
