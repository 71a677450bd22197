import { connector, type Connector } from '#connectors';
import { HubError } from '#domain';

/** The connector that a source names; a source whose connector is gone needs a person. */
export async function connectorOf(code: string): Promise<Connector> {
  const found = await connector(code);
  if (!found) throw new HubError('stop-source', 'connector-unknown', `There is no connector called ${code}.`);
  return found;
}
