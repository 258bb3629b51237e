import type { Face } from '../../contract/shell/face.ts';
import type { Access } from '../access/access.ts';
import { authorise, PERMISSIONS } from '../access/permissions.ts';
import type { StationEvents } from '../events.ts';
import type { Actor } from '../registration/actor.ts';
import { type CallContext, implementer } from '../rpc/implementer.ts';
import type { Cards } from './create-cards.ts';

export interface CardsRouteDependencies {
  readonly cards: Cards;
  readonly actor: (context: CallContext) => Actor;
  readonly access: Pick<Access, 'session'>;
  readonly events: StationEvents;
}

export function createCardsRoutes({ cards, actor, access, events }: CardsRouteDependencies) {
  const procedures = implementer.cards;

  /** A stream outlives the question whether it is allowed: it ends when the officer locks the screen or signs out. */
  function whileAllowed<News>(
    path: string,
    face: Face,
    signal: AbortSignal | undefined,
    open: (signal: AbortSignal) => AsyncGenerator<News, void>,
  ): AsyncGenerator<News, void> {
    const leaving = new AbortController();
    const stream = open(signal ? AbortSignal.any([signal, leaving.signal]) : leaving.signal);
    return watched(stream, () =>
      events.subscribe(({ type }) => {
        if (type !== 'session-changed') return;
        if (authorise(PERMISSIONS[path], face, access.session(face)) !== 'allowed') leaving.abort();
      }),
    );
  }

  return procedures.router({
    readPassport: procedures.readPassport.handler(({ input, context, signal }) =>
      whileAllowed('cards.readPassport', context.face, signal, (ending) =>
        cards.readPassport({ ...input, actor: actor(context), signal: ending }),
      ),
    ),
    readIdentityCard: procedures.readIdentityCard.handler(({ input, context, signal }) =>
      whileAllowed('cards.readIdentityCard', context.face, signal, (ending) =>
        cards.readIdentityCard({ ...input, actor: actor(context), signal: ending }),
      ),
    ),
  });
}

async function* watched<News>(
  stream: AsyncGenerator<News, void>,
  watch: () => () => void,
): AsyncGenerator<News, void> {
  const stop = watch();
  try {
    yield* stream;
  } finally {
    stop();
  }
}
