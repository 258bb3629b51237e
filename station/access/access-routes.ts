import { implementer } from '../rpc/implementer.ts';
import { badRequest } from '../rpc/refusal.ts';
import type { Access } from './access.ts';

/** `practicePin` is null in production. @param counters the *loket* of this kiosk, the usual one first */
export function createAccessRoutes(access: Access, practicePin: string | null, counters: readonly number[]) {
  const procedures = implementer.access;
  return procedures.router({
    officers: procedures.officers.handler(() => ({
      officers: access.officers(),
      counters: [...counters],
      practicePin,
    })),
    session: procedures.session.handler(({ context }) => access.session(context.face)),
    signIn: procedures.signIn.handler(async ({ context: { face }, input }) => {
      const { officerId, pin, newPin, counter } = input;
      if (counter !== undefined && !counters.includes(counter))
        throw badRequest([{ at: 'counter', code: 'unknown-counter' }]);
      const session = await access.signIn(face, officerId, pin, newPin);
      if (counter !== undefined) access.standAt(face, counter);
      return access.session(face) ?? session;
    }),
    lock: procedures.lock.handler(({ context }) => {
      access.lock(context.face);
      return {};
    }),
    signOut: procedures.signOut.handler(({ context }) => {
      access.signOut(context.face);
      return {};
    }),
  });
}
