import { useAnswer } from '../../app/answer';
import { Go } from '../../app/Go';
import { useView } from '../../app/view';
import { day, plural, unmarked, weekOf } from '../../figures/format';
import { FreshnessTag } from '../../figures/FreshnessTag';
import { Section } from '../../layout/Section';
import { Empty } from '../../states/Empty';
import { Shown } from '../../states/Shown';
import { agencyLines, type AgencyLines, type SourceLine } from './freshness-rows';
import { FRESHNESS } from './queries';

/** As it was when the edition was published; before there is one, now. */
function whenFresh(lines: readonly SourceLine[], edition: number | null): string {
  const then = lines[0]?.asOf;
  if (!then)
    return edition
      ? `How fresh they were was not kept with edition ${edition}: as the latest edition says`
      : `Now, ${day(new Date().toISOString())}`;
  return `As on ${day(then)}, when ${edition ? `edition ${edition}` : 'the latest edition'} was published`;
}

/** Can I trust it? Every source: when something last came, and whether that is on time. */
export function Freshness() {
  const { edition } = useView();
  const answer = useAnswer({ query: FRESHNESS, variables: { edition } });
  return (
    <Shown answer={answer} rows={10} title="How fresh is this?">
      {({ freshness: { nodes } }) => (
        <Section
          title="How fresh is this?"
          measure={whenFresh(nodes, edition)}
          tools={
            <Go to="/sources" className="link same">
              {nodes.length === 1 ? 'The one source' : `All ${nodes.length} sources`}
            </Go>
          }
        >
          {nodes.length ? <Table nodes={nodes} /> : <NoSource />}
        </Section>
      )}
    </Shown>
  );
}

function Table({ nodes }: { nodes: SourceLine[] }) {
  const trouble = nodes.filter((line) => line.state === 'STOPPED' || line.state === 'LATE');
  return (
    <>
      <table className="table">
        <caption className="govuk-visually-hidden">Sources, when each last delivered, and its state</caption>
        <thead>
          <tr>
            <th scope="col">Source</th>
            <th scope="col" className="only-wide">
              Last received
            </th>
            <th scope="col">State</th>
          </tr>
        </thead>
        <tbody>
          {agencyLines(nodes).map((group) => (
            <Agency key={group.agency} group={group} />
          ))}
        </tbody>
      </table>
      {trouble.length > 0 && (
        <p className="note">
          {plural(trouble.length, 'source is', 'sources are')} late or stopped. Figures that lean on a late or
          stopped source carry its mark in their receipt.
        </p>
      )}
    </>
  );
}

function Agency({ group }: { group: AgencyLines }) {
  return (
    <>
      <tr className="group">
        <th scope="rowgroup" colSpan={3}>
          {group.agency}
        </th>
      </tr>
      {group.named.map((line) => (
        <Row key={line.source} name={unmarked(line.name)} at={line.lastReceived} freshness={line} />
      ))}
      {group.onTime > 0 && (
        <Row
          name={`${group.named.length ? 'The other' : 'All'} ${group.onTime} sources`}
          at={group.lastReceived}
          freshness={{ state: 'ON_TIME', words: group.words }}
        />
      )}
    </>
  );
}

interface RowProps {
  name: string;
  at: string | null;
  freshness: Parameters<typeof FreshnessTag>[0]['freshness'];
}

function Row({ name, at, freshness }: RowProps) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="only-wide">{at ? weekOf(at) : 'not told'}</td>
      <td>
        <FreshnessTag freshness={freshness} />
      </td>
    </tr>
  );
}

function NoSource() {
  return (
    <Empty title="No source yet">
      <p>An agency is taken on with the commands in “Taking on an agency”; its sources then stand here.</p>
    </Empty>
  );
}
