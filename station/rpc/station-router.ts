import type { StationFacts } from '../../contract/station/system.ts';
import type { TrustList } from '../../drivers/emrtd/trust/trust-list.ts';
import type { Access } from '../access/access.ts';
import { createAccessRoutes } from '../access/access-routes.ts';
import { cameraRoutes } from '../cameras/camera-routes.ts';
import { createCardsRoutes } from '../cards/cards-routes.ts';
import { createCards } from '../cards/create-cards.ts';
import { type CatalogRouteDependencies, createCatalogRoutes } from '../catalog/catalog-routes.ts';
import { createOfficerNews } from '../catalog/officer-news.ts';
import type { Devices } from '../devices/create-devices.ts';
import { devicesRoutes } from '../devices/devices-routes.ts';
import { createFeedback } from '../feedback/feedback.ts';
import { createFeedbackRoutes } from '../feedback/feedback-routes.ts';
import { createSystemRoutes } from '../operations/system-routes.ts';
import type { Practice } from '../practice/create-practice.ts';
import { practiceRoutes } from '../practice/practice-routes.ts';
import type { PrintingCapability } from '../printing/create-printing.ts';
import { printingRoutes } from '../printing/printing-routes.ts';
import type { QueueDependencies } from '../queue/dependencies.ts';
import { createQueue } from '../queue/queue.ts';
import { createQueueRoutes } from '../queue/queue-routes.ts';
import { createRegistrationRoutes } from '../registration/registration-routes.ts';
import type { SubmitDependencies } from '../registration/submit.ts';
import type { CitizenDrafts } from '../self-service/citizen-drafts.ts';
import { machineHealth } from '../self-service/health.ts';
import { createLookupLimit } from '../self-service/lookup-limit.ts';
import { createSelfServiceRoutes } from '../self-service/self-service-routes.ts';
import type { Sync } from '../sync/create-sync.ts';
import { handCarryRoutes } from '../sync/hand-carry/hand-carry-routes.ts';
import { outboxRoutes } from '../sync/outbox-routes.ts';
import type { CallContext } from './implementer.ts';
import { type Guards, guardedImplementer } from './router.ts';

export interface StationParts extends SubmitDependencies, CatalogRouteDependencies {
  readonly access: Access;
  readonly guards: Guards;
  readonly printing: PrintingCapability;
  readonly sync: Sync;
  readonly devices: Devices;
  /** Certificates of the countries whose passports can be verified. */
  readonly trust: () => Promise<TrustList>;
  readonly citizenDrafts: CitizenDrafts;
  readonly practice: Practice | null;
  readonly practicePin: string | null;
  /** The *loket* of this kiosk, the usual one first. */
  readonly counters: readonly number[];
  readonly facts: () => StationFacts;
  readonly queueSettings: QueueDependencies['queueSettings'];
}

/** The whole contract, every procedure behind the guards. */
export function createStationRouter(parts: StationParts) {
  const actor = ({ face }: CallContext) => ({
    face,
    officerId: parts.access.session(face)?.officerId ?? null,
  });
  const { cardReaders, identityCardReader } = parts.devices;
  const limit = createLookupLimit(parts.clock);
  const health = () =>
    machineHealth({
      devices: parts.devices.list(),
      camera: parts.devices.citizenCamera.condition(),
      storage: parts.facts().storage,
    });
  const cards = createCards({ ...parts, cardReaders, identityCardReader });
  return guardedImplementer(parts.guards).router({
    system: createSystemRoutes(parts.facts, parts.events, parts.access),
    access: createAccessRoutes(parts.access, parts.practicePin, parts.counters),
    catalog: createCatalogRoutes(parts, createOfficerNews(parts), actor),
    queue: createQueueRoutes(createQueue(parts), actor),
    registration: createRegistrationRoutes({ ...parts, actor }),
    printing: printingRoutes(parts.printing),
    outbox: outboxRoutes({ ...parts, actor }),
    handCarry: handCarryRoutes({ ...parts, handCarry: parts.sync.handCarry, actor }),
    devices: devicesRoutes(parts.devices, parts.printing, parts.clock),
    cameras: cameraRoutes(parts.store, parts.devices),
    cards: createCardsRoutes({ ...parts, cards, actor }),
    selfService: createSelfServiceRoutes({ ...parts, health, limit, actor, askStatus: parts.sync.askStatus }),
    feedback: createFeedbackRoutes(createFeedback(parts), limit, actor),
    practice: practiceRoutes(parts.practice),
  });
}
export type StationRouter = ReturnType<typeof createStationRouter>;
