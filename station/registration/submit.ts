import { v7 as uuidv7 } from 'uuid';
import type { Application } from '../../contract/domain/application.ts';
import type { PrintJob } from '../../contract/domain/print.ts';
import { dayInWib } from '../clock/calendar.ts';
import { finishTicket } from '../queue/move-ticket.ts';
import { refusal } from '../rpc/refusal.ts';
import type { WritableDatabase } from '../store/database.ts';
import { type ApplicationRow, putApplication, readApplication } from '../store/tables/applications.ts';
import { readPictures } from '../store/tables/draft-attachments.ts';
import { deleteDraft, readDraft } from '../store/tables/drafts.ts';
import { insertSubmission, readSubmission, submissionOfDraft } from '../store/tables/submissions.ts';
import type { SealedPacket, Sealer } from '../sync/sealing/sealer.ts';
import { SealingError } from '../sync/sealing/sealing-error.ts';
import type { Actor } from './actor.ts';
import { buildApplication } from './build-application.ts';
import type { RegistrationDependencies } from './drafts.ts';
import { maskName } from './mask.ts';
import { type OpenDraft, requireDraft } from './open-draft.ts';
import type { Outbox, Printing } from './ports.ts';
import { issuesOf } from './present-draft.ts';
import { receiptPaper } from './receipt-paper.ts';
import { SUBJECT, textOf } from './rules/subject.ts';
import { STORED_STAGE } from './stages.ts';
import { newTrackingCode } from './tracking-codes.ts';

export interface SubmitDependencies extends RegistrationDependencies {
  readonly sealer: Sealer;
  readonly outbox: Outbox;
  readonly printing: Printing;
  readonly stationName: () => string;
}

export interface SubmitInput {
  readonly draftId: string;
  readonly applicationId: string;
  readonly printJobId: string;
}

export interface Submitted {
  readonly application: ApplicationRow;
  readonly print: PrintJob;
}

/**
 * Submits drafts. Sealing takes time, so it is done first, on a copy; then one transaction checks that nothing has moved
 * and writes application, packet, print job, ticket and audit entry together.
 * Throws `BLOCKED`, `NOT_ENROLLED`, `NOT_FOUND`, `CONFLICT` and `StoreError`; then nothing of it was written.
 */
export function createSubmit(dependencies: SubmitDependencies) {
  const { store, clock, events, audit, catalogs, regions, sealer, outbox, printing } = dependencies;
  /** Calls under way by their id: a double tap waits for the first. */
  const underWay = new Map<string, Promise<Submitted>>();

  function answered(input: SubmitInput): Submitted | null {
    const known = readSubmission(store.read, input.applicationId);
    if (!known) return null;
    if (known.draftId !== input.draftId) throw refusal('CONFLICT');
    const application = readApplication(store.read, known.applicationId);
    const print = printing.find(store.read, known.printJobId);
    if (!application || !print) throw new RangeError('a submission without its application or paper');
    return { application, print };
  }

  async function seal(draft: OpenDraft, input: SubmitInput, actor: Actor) {
    const stationId = sealer.stationId();
    if (stationId === null) throw refusal('NOT_ENROLLED');
    const at = clock.now();
    const pictures = readPictures(store.read, draft.row.id);
    const issues = issuesOf(
      draft,
      pictures.map(({ attachment }) => attachment),
      regions,
      dayInWib(at),
    );
    const blocking = issues.filter(({ severity }) => severity === 'block');
    if (blocking.length > 0) throw refusal('BLOCKED', { issues: blocking });
    const corrected = draft.row.correctsApplicationId;
    const before = corrected === null ? null : readApplication(store.read, corrected);
    const application = buildApplication({
      draft,
      id: before?.id ?? input.applicationId,
      revision: (before?.revision ?? 0) + 1,
      trackingCode: before?.trackingCode ?? newTrackingCode(store.read),
      stationId,
      officerId: actor.officerId,
      issues,
      pictures,
      at,
    });
    // Nothing sealed under it leaves before the commit below, which flushes this one too.
    const counter = store.transaction((database) => outbox.nextCounter(database), { flushed: false });
    const attachments = pictures.map(({ bytes }) => bytes);
    const packetId = uuidv7({ msecs: at });
    const sealed = await sealOrRefuse(sealer, { packetId, counter, application, attachments });
    return { application, sealed };
  }

  function write(
    database: WritableDatabase,
    { draft, input, actor }: { draft: OpenDraft; input: SubmitInput; actor: Actor },
    { application, sealed }: { application: Application; sealed: SealedPacket },
  ): Submitted {
    const now = readDraft(database, input.draftId);
    if (now?.revision !== draft.row.revision || now.discardedAt !== null) throw refusal('CONFLICT');
    const row = applicationRow(application, sealed.core.packetId);
    putApplication(database, row);
    outbox.insertPacket(database, sealed, application.submittedAt);
    const catalog = catalogs.ofVersion(draft.row.catalogVersion);
    const print = printing.enqueue(
      database,
      {
        id: input.printJobId,
        subjectId: application.id,
        label: application.trackingCode,
        document: receiptPaper(application, catalog, draft.service, dependencies.stationName()),
      },
      application.submittedAt,
    );
    insertSubmission(database, {
      id: input.applicationId,
      applicationId: application.id,
      draftId: input.draftId,
      printJobId: print.id,
    });
    if (draft.row.ticketId !== null) finishTicket(database, draft.row.ticketId, application.submittedAt);
    deleteDraft(database, input.draftId);
    const fact = { action: 'application-submitted', outcome: 'done', subjectId: application.id } as const;
    audit.append(database, { ...fact, ...actor });
    return { application: row, print };
  }

  async function run(input: SubmitInput, actor: Actor): Promise<Submitted> {
    if (submissionOfDraft(store.read, input.draftId)) throw refusal('CONFLICT');
    const draft = requireDraft(store.read, catalogs, input.draftId);
    const parts = await seal(draft, input, actor);
    // The draft's pictures go on in the packet, and writing zeros over them would double what the disk is waited for.
    const submitted = store.transaction((database) => write(database, { draft, input, actor }, parts), {
      zeroed: false,
    });
    events.publish({ type: 'applications-changed' });
    events.publish({ type: 'draft-changed', draftId: input.draftId });
    events.publish({ type: 'outbox-changed' });
    events.publish({ type: 'printing-changed' });
    if (draft.row.ticketId !== null) events.publish({ type: 'queue-changed' });
    printing.wake();
    outbox.wake();
    return submitted;
  }

  return async function submit(input: SubmitInput, actor: Actor): Promise<Submitted> {
    const known = answered(input);
    if (known) return known;
    const same = underWay.get(input.applicationId);
    if (same) return same.then(() => answered(input) ?? Promise.reject(refusal('CONFLICT')));
    const running = run(input, actor).finally(() => underWay.delete(input.applicationId));
    underWay.set(input.applicationId, running);
    return running;
  };
}

async function sealOrRefuse(sealer: Sealer, packet: Parameters<Sealer['seal']>[0]): Promise<SealedPacket> {
  try {
    return await sealer.seal(packet);
  } catch (error) {
    if (error instanceof SealingError && error.kind === 'not-enrolled') throw refusal('NOT_ENROLLED');
    throw error;
  }
}

function applicationRow(application: Application, packetId: string): ApplicationRow {
  return {
    id: application.id,
    trackingCode: application.trackingCode,
    serviceKey: application.serviceKey,
    maskedName: maskName(textOf(application.values, SUBJECT.fullName)),
    revision: application.revision,
    packetId,
    values: JSON.stringify(application.values),
    ticketNumber: application.ticketNumber,
    stageKey: STORED_STAGE,
    stageSince: application.submittedAt,
    remark: null,
    fieldRemarks: '{}',
    returned: 0,
    // Central says it again once it has this revision.
    appointmentAt: null,
    appointmentPlace: null,
    submittedAt: application.submittedAt,
  };
}
