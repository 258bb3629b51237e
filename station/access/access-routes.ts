import { implementer } from '../rpc/implementer.ts';
import type { Access } from './access.ts';

/** `practicePin` is null in production. */
export function createAccessRoutes(access: Access, practicePin: string | null) {
  const procedures = implementer.access;
  return procedures.router({
    officers: procedures.officers.handler(() => ({ officers: access.officers(), practicePin })),
    session: procedures.session.handler(({ context }) => access.session(context.face)),
    signIn: procedures.signIn.handler(({ context, input }) =>
      access.signIn(context.face, input.officerId, input.pin, input.newPin),
    ),
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
