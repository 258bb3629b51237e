import type { Help, MachineHealth } from '../../contract/station/self-service.ts';
import type { Audit } from '../audit/audit.ts';
import { type Catalogs, findService } from '../catalog/catalogs.ts';
import type { Clock } from '../clock/clock.ts';
import type { StationEvents } from '../events.ts';
import type { Actor } from '../registration/actor.ts';
import type { Printing } from '../registration/ports.ts';
import { type CallContext, implementer } from '../rpc/implementer.ts';
import { refusal } from '../rpc/refusal.ts';
import type { Store } from '../store/database.ts';
import type { AskStatus } from '../sync/status/ask-status.ts';
import type { CitizenDrafts } from './citizen-drafts.ts';
import { readCitizenStatus } from './citizen-status.ts';
import { guideContent } from './guide-slip.ts';
import type { LookupLimit } from './lookup-limit.ts';
import { createStatusRefresh } from './refresh-status.ts';
import { slipWords } from './slip-words.ts';

export interface SelfServiceDependencies {
  readonly store: Store;
  readonly clock: Clock;
  readonly events: StationEvents;
  readonly audit: Audit;
  readonly catalogs: Catalogs;
  readonly printing: Printing;
  readonly stationName: () => string;
  readonly limit: LookupLimit;
  readonly askStatus: AskStatus;
  readonly citizenDrafts: CitizenDrafts;
  readonly health: () => MachineHealth;
  readonly actor: (context: CallContext) => Actor;
}

/** What a citizen does alone at the touchscreen. That somebody asked for help is kept in memory: it means this minute. */
export function createSelfServiceRoutes(dependencies: SelfServiceDependencies) {
  const {
    store,
    clock,
    events,
    audit,
    catalogs,
    printing,
    stationName,
    limit,
    citizenDrafts,
    askStatus,
    actor,
  } = dependencies;
  const procedures = implementer.selfService;
  const refresher = createStatusRefresh({ store, clock, events, ask: askStatus });
  let help: Help = null;

  function become(next: Help): void {
    if ((next === null) === (help === null)) return;
    help = next;
    events.publish({ type: 'help-changed' });
  }

  const known = (code: string) =>
    limit.lookUp(() => readCitizenStatus(store.read, catalogs, code, refresher.confirmedAt));

  function note(subjectId: string, outcome: string, context: CallContext): void {
    const fact = { action: 'status-asked', outcome, subjectId, ...actor(context) } as const;
    store.transaction((database) => audit.append(database, fact));
  }

  return procedures.router({
    health: procedures.health.handler(() => dependencies.health()),
    status: procedures.status.handler(({ input, context }) => {
      const { applicationId, ...status } = known(input.trackingCode);
      note(applicationId, 'done', context);
      return status;
    }),
    refresh: procedures.refresh.handler(async ({ input: { trackingCode }, context }) => {
      const outcome = await refresher.refresh(known(trackingCode).applicationId, trackingCode);
      const { applicationId, ...status } = known(trackingCode);
      note(applicationId, outcome, context);
      return { outcome, status };
    }),
    paper: procedures.paper.handler(({ input }) => {
      const job = printing.find(store.read, input.printJobId);
      // A receipt is the officer's to hand over.
      if (!job || job.kind === 'receipt') throw refusal('NOT_FOUND');
      return { state: job.state };
    }),
    printGuide: procedures.printGuide.handler(({ input }) => {
      const { guide, language, printJobId } = input;
      const inForce = catalogs.current();
      const service = findService(inForce.catalog, guide.serviceKey);
      if (!service) throw refusal('NOT_FOUND');
      const at = clock.now();
      const content = guideContent(guide, service, inForce, slipWords(language));
      const document = {
        kind: 'slip',
        language,
        code: null,
        stationName: stationName(),
        printedAt: at,
        ...content,
      } as const;
      const request = { id: printJobId, subjectId: printJobId, label: content.title, document };
      const print = store.transaction((database) => printing.enqueue(database, request, at));
      events.publish({ type: 'printing-changed' });
      printing.wake();
      return { state: print.state };
    }),
    saveApplication: procedures.saveApplication.handler(({ input }) => citizenDrafts.save(input)),
    addPicture: procedures.addPicture.handler(async ({ input }) => {
      const { draftId, picture, ...facts } = input;
      return citizenDrafts.addPicture(draftId, {
        ...facts,
        bytes: new Uint8Array(await picture.arrayBuffer()),
      });
    }),
    dropApplication: procedures.dropApplication.handler(({ input }) => {
      citizenDrafts.drop(input.draftId);
      return {};
    }),
    help: procedures.help.handler(() => help),
    askForHelp: procedures.askForHelp.handler(() => {
      become(help ?? { askedAt: clock.now() });
      return help;
    }),
    endHelp: procedures.endHelp.handler(() => {
      become(null);
      return {};
    }),
  });
}
