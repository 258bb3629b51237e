import type { CarryNews } from '../../../contract/station/hand-carry.ts';
import type { Audit, AuditFact } from '../../audit/audit.ts';
import type { Actor } from '../../registration/actor.ts';
import { type CallContext, implementer } from '../../rpc/implementer.ts';
import { refusal } from '../../rpc/refusal.ts';
import type { Store } from '../../store/database.ts';
import { SealingError } from '../sealing/sealing-error.ts';
import type { HandCarry } from './create-hand-carry.ts';

export interface HandCarryRouteDependencies {
  readonly handCarry: HandCarry;
  readonly store: Store;
  readonly audit: Audit;
  readonly actor: (context: CallContext) => Actor;
}

export function handCarryRoutes({ handCarry, store, audit, actor }: HandCarryRouteDependencies) {
  const { handCarry: os } = implementer;

  /** What left the kiosk, and who took it, is written down. */
  function note(context: CallContext, fact: Pick<AuditFact, 'action' | 'outcome' | 'subjectId'>): void {
    store.transaction((database) => audit.append(database, { ...fact, ...actor(context) }));
  }

  async function* noted(
    stream: AsyncGenerator<CarryNews, void>,
    context: CallContext,
  ): AsyncGenerator<CarryNews, void> {
    for await (const news of stream) {
      if (news.step === 'done')
        note(context, { action: 'carry-file-saved', outcome: 'done', subjectId: news.fileName });
      if (news.step === 'failed') note(context, { action: 'carry-file-saved', outcome: news.reason });
      yield news;
    }
  }

  return os.router({
    overview: os.overview.handler(() => handCarry.overview()),
    save: os.save.handler(({ input, signal, context }) =>
      noted(handCarry.save(input.driveKey, signal), context),
    ),
    readReplies: os.readReplies.handler(async ({ input, context }) => {
      try {
        const replies = await handCarry.readReplies(input.driveKey);
        if (replies === null) throw refusal('NOT_FOUND');
        if (replies.some(({ outcome }) => outcome === 'received'))
          note(context, { action: 'carry-replies-read', outcome: 'done' });
        return { replies };
      } catch (error) {
        throw error instanceof SealingError ? refusal('NOT_ENROLLED') : error;
      }
    }),
  });
}
