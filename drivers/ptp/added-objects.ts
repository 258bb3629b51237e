import type { Clock } from '../clock.ts';
import { CameraFailure } from './camera-failure.ts';
import type { PtpMessage } from './container.ts';
import { ANY_TRANSACTION, EVENT, NO_TRANSACTION } from './ptp-codes.ts';
import type { PtpSession } from './ptp-session.ts';

/** More objects than one release of the shutter makes: JPEG, raw, a folder for them and a sound. */
const MOST_OBJECTS = 16;

export interface AddedObjects {
  /** The handle of the next object this capture made. Fails with `no-picture`, `store-full` or what ends the session. */
  next(transaction: number): Promise<number>;
  end(): void;
}

/**
 * Collects the events of one capture from before it starts, since a camera may send them before its response.
 * Events of another transaction belong to someone who pressed the shutter; many cameras put no transaction in theirs.
 */
export function collectAddedObjects(
  session: PtpSession,
  clock: Clock,
  waitMs: number,
  signal: AbortSignal,
): AddedObjects {
  const collected: PtpMessage[] = [];
  let wake = () => {};
  const stop = session.onEvent((event) => {
    if (event.code !== EVENT.objectAdded && event.code !== EVENT.storeFull) return;
    if (collected.length < MOST_OBJECTS) collected.push(event);
    wake();
  });

  return {
    next: (transaction) =>
      new Promise((resolve, reject) => {
        const finish = (end: () => void) => {
          wake = () => {};
          cancel();
          signal.removeEventListener('abort', look);
          end();
        };
        const look = () => {
          if (signal.aborted) return finish(() => reject(signal.reason));
          for (let event = collected.shift(); event; event = collected.shift()) {
            const { code, parameters } = event;
            if (!isOfCapture(event, transaction)) continue;
            if (code === EVENT.storeFull)
              return finish(() => reject(new CameraFailure('store-full', 'The camera reports a full card')));
            const [handle] = parameters;
            if (handle !== undefined) return finish(() => resolve(handle));
          }
        };
        const cancel = clock.after(waitMs, () =>
          finish(() => reject(new CameraFailure('no-picture', `No picture within ${waitMs} ms`))),
        );
        signal.addEventListener('abort', look, { once: true });
        wake = look;
        look();
      }),
    end: stop,
  };
}

function isOfCapture({ transaction }: PtpMessage, capture: number): boolean {
  return transaction === capture || transaction === NO_TRANSACTION || transaction === ANY_TRANSACTION;
}
