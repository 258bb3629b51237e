import type { Audit, AuditFact } from '../audit/audit.ts';
import type { Actor } from '../registration/actor.ts';
import { type CallContext, implementer } from '../rpc/implementer.ts';
import { refusal } from '../rpc/refusal.ts';
import type { Store } from '../store/database.ts';
import type { Sync } from './create-sync.ts';

export interface OutboxRouteDependencies {
  readonly sync: Sync;
  readonly store: Store;
  readonly audit: Audit;
  readonly actor: (context: CallContext) => Actor;
}

/** What an officer decides about sending costs money or overrules somebody, so it is audited. */
export function outboxRoutes({ sync, store, audit, actor }: OutboxRouteDependencies) {
  const { outbox: os } = implementer;

  function note(fact: Pick<AuditFact, 'action' | 'subjectId'>, context: CallContext): void {
    store.transaction((database) => audit.append(database, { outcome: 'done', ...fact, ...actor(context) }));
  }

  return os.router({
    summary: os.summary.handler(() => sync.summary()),
    items: os.items.handler(({ input }) => sync.items(input.show, input.after, input.limit)),
    sendNow: os.sendNow.handler(({ input, context }) => {
      const { hold, quietUntil } = sync.summary();
      if (input.evenIfHeld && (hold !== null || quietUntil !== null))
        note({ action: 'sent-over-limits' }, context);
      sync.sendNow(input.evenIfHeld);
      return sync.summary();
    }),
    retry: os.retry.handler(({ input, context }) => {
      const item = sync.retry(input.packetId);
      if (item === null) throw refusal('NOT_FOUND');
      note({ action: 'packet-retried', subjectId: input.packetId }, context);
      return item;
    }),
    changeSettings: os.changeSettings.handler(({ input, context }) => {
      sync.changeSettings(input);
      note({ action: 'sending-settings-changed' }, context);
      return sync.summary();
    }),
  });
}
