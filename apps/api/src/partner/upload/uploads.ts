import { Injectable } from '@nestjs/common';
import { connector as connectorOf, type Connector, type DeliveredFile } from '#connectors';
import {
  decideHeld,
  readWorkbenchDelivery,
  readWorkbenchSources,
  receiveUpload,
  setOwnMapping,
  type HeldDecision,
  type ReceiveAnswer,
  type WorkbenchDelivery,
  type WorkbenchSource,
} from '#store';
import { ApiError, badRequest, notFound } from '../../graphql/errors.js';
import type { Session } from '../../sign-in/session.js';
import type { Delivery } from '../deliveries/delivery.type.js';
import { deliveryOf, refusedDelivery, repeatedDelivery } from '../deliveries/shape.js';

/** A partner's files on their way in. Row-level security and the doors of intake decide; this only carries. */
@Injectable()
export class Uploads {
  /** @throws ApiError NOT_FOUND for a source that is not there or not the session's */
  async source(session: Session, code: string): Promise<{ source: WorkbenchSource; connector: Connector }> {
    const [source] = await session.work((tx) => readWorkbenchSources(tx, { wanted: [code] }));
    const connector = source && (await connectorOf(source.connector));
    if (!source || !connector) throw notFound();
    return { source, connector };
  }

  /** @throws ApiError NOT_FOUND, or BAD_REQUEST where the mapping can't be used */
  async deliver(session: Session, code: string, file: DeliveredFile, mapping: unknown): Promise<Delivery> {
    const { connector } = await this.source(session, code);
    const fieldKinds = kindsOf(connector, mapping);
    const answer = await session.work((tx) =>
      receiveUpload(tx, { source: code, files: [file], mapping, fieldKinds }),
    );
    if (answer.outcome === 'refused')
      return refusedDelivery(code, answer.reason ?? 'The delivery was refused.');
    const delivery = deliveryOf(await this.answered(session, answer));
    return answer.outcome === 'same-bytes' ? repeatedDelivery(delivery) : delivery;
  }

  /** @throws ApiError NOT_FOUND, NOT_ALLOWED (the agreement), or BAD_REQUEST */
  async resolve(
    session: Session,
    id: string,
    { decision, mapping, remember }: { decision: HeldDecision; mapping: unknown; remember: boolean },
  ): Promise<Delivery> {
    const held = await session.work((tx) => readWorkbenchDelivery(tx, id));
    if (!held) throw notFound();
    if (held.status !== 'held') throw badRequest('This delivery waits for no decision.', 'not-held');
    const ownMapping = decision === 'map' ? mapping : null;
    if (decision === 'map' && !ownMapping) throw badRequest('Give the mapping to be used.', 'mapping-absent');
    const { connector } = await this.source(session, held.source);
    const fieldKinds = kindsOf(connector, ownMapping);
    const answer = await session.work(async (tx) => {
      const decided = await decideHeld(tx, { delivery: id, decision, mapping: ownMapping, fieldKinds });
      if (remember && ownMapping && decided.outcome === 'kept')
        await setOwnMapping(tx, held.source, ownMapping, fieldKinds ?? []);
      return decided;
    });
    if (answer.outcome === 'refused') throw new ApiError('NOT_ALLOWED', answer.reason ?? '', answer.code);
    return deliveryOf(await this.answered(session, answer));
  }

  /** Mended rows go the way of every upload, under the mapping of the delivery they come from. */
  async replay(session: Session, id: string, file: DeliveredFile): Promise<Delivery> {
    const original = await session.work((tx) => readWorkbenchDelivery(tx, id));
    if (!original) throw notFound();
    const { source } = await this.source(session, original.source);
    return this.deliver(session, source.code, file, mappingForCsv(original.mapping ?? source.mapping));
  }

  private async answered(session: Session, { delivery }: ReceiveAnswer): Promise<WorkbenchDelivery> {
    const found =
      delivery === undefined ? null : await session.work((tx) => readWorkbenchDelivery(tx, String(delivery)));
    if (!found) throw notFound();
    return found;
  }
}

/** Kinds of field that a mapping of the partner's own carries; null where the source's is used. */
export function kindsOf(connector: Connector, mapping: unknown): string[] | null {
  if (mapping === null || mapping === undefined) return null;
  const problem = connector.checkMapping(mapping);
  if (problem) throw badRequest(problem.reason, problem.code);
  return connector.fieldKinds(mapping);
}

/** The same columns in a plain CSV with one row of labels, whatever the layout of the file they first came in. */
function mappingForCsv(mapping: unknown): unknown {
  if (typeof mapping !== 'object' || mapping === null || !('columns' in mapping)) return mapping;
  return { ...mapping, layout: {} };
}
