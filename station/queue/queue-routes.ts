import type { Actor } from '../registration/actor.ts';
import { type CallContext, implementer } from '../rpc/implementer.ts';
import type { Queue } from './queue.ts';

export function createQueueRoutes(queue: Queue, actor: (context: CallContext) => Actor) {
  const procedures = implementer.queue;
  return procedures.router({
    today: procedures.today.handler(({ input }) => queue.today(input.after, input.limit)),
    issue: procedures.issue.handler(({ input, context }) => queue.issue(input, actor(context))),
    serve: procedures.serve.handler(({ input, context }) =>
      queue.serve(input.ticketId, input.draftId, actor(context)),
    ),
    close: procedures.close.handler(({ input, context }) =>
      queue.close(input.ticketId, input.outcome, actor(context)),
    ),
    desk: procedures.desk.handler(() => queue.desk()),
    callNext: procedures.callNext.handler(({ input, context }) =>
      queue.callNext(input.group, actor(context)),
    ),
    move: procedures.move.handler(({ input, context }) =>
      queue.move(input.ticketId, input.step, input.seenCalls, actor(context)),
    ),
    transfer: procedures.transfer.handler(({ input, context }) =>
      queue.transfer(input.ticketId, input.group, actor(context)),
    ),
    board: procedures.board.handler(() => queue.board()),
  });
}
