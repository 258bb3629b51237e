import type { StationFacts } from '../../contract/station/system.ts';
import type { Access } from '../access/access.ts';
import { authorise, PERMISSIONS } from '../access/permissions.ts';
import type { StationEvents } from '../events.ts';
import { implementer } from '../rpc/implementer.ts';
import { type ScanHearing, streamEvents } from './event-stream.ts';

export function createSystemRoutes(
  facts: () => StationFacts,
  events: StationEvents,
  access: Pick<Access, 'session'>,
) {
  const procedures = implementer.system;
  return procedures.router({
    facts: procedures.facts.handler(() => facts()),
    events: procedures.events.handler(({ context, signal }) => {
      const { face } = context;
      const may = (path: string) => authorise(PERMISSIONS[path], face, access.session(face)) === 'allowed';
      // Whoever may write a citizen's number into a draft may hear it scanned; whoever tries devices, that it was.
      const hearing = (): ScanHearing => {
        // A receipt opens its status on the citizen's own face, and nothing else is told there.
        if (face === 'self-service') return 'receipts';
        if (may('registration.saveFields')) return 'text';
        return may('devices.testCard') ? 'kind' : 'nothing';
      };
      return streamEvents(events, face, signal, hearing);
    }),
  });
}
