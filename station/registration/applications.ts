import { type ApplicationSummary, applicationSummarySchema } from '../../contract/domain/application.ts';
import type { ApplicationStatus } from '../../contract/domain/application-status.ts';
import type { Draft } from '../../contract/domain/draft.ts';
import { dayInWib } from '../clock/calendar.ts';
import { refusal } from '../rpc/refusal.ts';
import type { Page } from '../store/page.ts';
import {
  type ApplicationRow,
  applicationIdOf,
  applicationPage,
  readApplication,
} from '../store/tables/applications.ts';
import { readCount } from '../store/tables/counts.ts';
import { readAttachments } from '../store/tables/draft-attachments.ts';
import { correctingDraft } from '../store/tables/drafts.ts';
import type { Actor } from './actor.ts';
import { appointmentOf } from './appointment.ts';
import { beginDraft } from './begin-draft.ts';
import type { RegistrationDependencies } from './drafts.ts';
import { openDraft, readRemarks, readValues } from './open-draft.ts';
import type { Outbox } from './ports.ts';
import { presentDraft } from './present-draft.ts';
import { STORED_STAGE } from './stages.ts';

/** Submitted applications as this station knows them. */
export interface Applications {
  list(
    returnedOnly: boolean,
    after: string | null,
    limit: number,
  ): Page<ApplicationSummary> & { total: number };
  /** `status` is null until central has spoken. Looking is audited. Throws `NOT_FOUND`. */
  get(
    applicationId: string,
    actor: Actor,
  ): { application: ApplicationSummary; status: ApplicationStatus | null };
  /** The application a receipt's code belongs to. Throws `NOT_FOUND`. */
  find(trackingCode: string): { applicationId: string };
  /** Begins, or answers, the one draft that corrects a returned application. `CONFLICT` when it is not returned. */
  correct(applicationId: string, draftId: string, actor: Actor): Draft;
  summarise(row: ApplicationRow): ApplicationSummary;
}

export function createApplications(
  dependencies: RegistrationDependencies & { readonly outbox: Outbox },
): Applications {
  const { store, clock, events, audit, catalogs, regions, outbox } = dependencies;

  function summarise(row: ApplicationRow): ApplicationSummary {
    const delivery = outbox.stateOf(store.read, row.packetId);
    return applicationSummarySchema.strip().parse({ ...row, appointment: appointmentOf(row), delivery });
  }

  function required(applicationId: string): ApplicationRow {
    const row = readApplication(store.read, applicationId);
    if (!row) throw refusal('NOT_FOUND');
    return row;
  }

  return {
    summarise,
    list(returnedOnly, after, limit) {
      const { rows, next } = applicationPage(store.read, returnedOnly, after, limit);
      const total = readCount(store.read, returnedOnly ? 'returned' : 'applications');
      return { rows: rows.map(summarise), next, total };
    },
    get(applicationId, actor) {
      const row = required(applicationId);
      store.transaction((database) =>
        audit.append(database, {
          action: 'application-viewed',
          outcome: 'done',
          subjectId: applicationId,
          ...actor,
        }),
      );
      return { application: summarise(row), status: row.stageKey === STORED_STAGE ? null : statusOf(row) };
    },
    find(trackingCode) {
      const applicationId = applicationIdOf(store.read, trackingCode);
      if (applicationId === null) throw refusal('NOT_FOUND');
      return { applicationId };
    },
    correct(applicationId, draftId, actor) {
      const row = required(applicationId);
      if (row.returned !== 1) throw refusal('CONFLICT');
      const begun = store.transaction((database) => {
        const underWay = correctingDraft(database, applicationId);
        if (underWay) return { row: underWay, isNew: false };
        const beginning = {
          id: draftId,
          serviceKey: row.serviceKey,
          officerId: actor.officerId,
          ticket: null,
          correction: {
            applicationId,
            values: readValues(row.values),
            remarks: readRemarks(row.fieldRemarks),
          },
        };
        const fact = { action: 'correction-started', outcome: 'done', subjectId: applicationId } as const;
        audit.append(database, { ...fact, ...actor });
        return beginDraft(database, catalogs, beginning, clock.now());
      });
      if (begun.isNew) events.publish({ type: 'draft-changed', draftId });
      const attachments = readAttachments(store.read, begun.row.id);
      return presentDraft(openDraft(begun.row, catalogs), attachments, regions, dayInWib(clock.now()));
    },
  };
}

function statusOf(row: ApplicationRow): ApplicationStatus {
  const appointment = appointmentOf(row);
  return {
    applicationId: row.id,
    trackingCode: row.trackingCode,
    stageKey: row.stageKey,
    since: row.stageSince,
    remark: row.remark,
    fieldRemarks: readRemarks(row.fieldRemarks),
    ...(appointment && { appointment }),
  };
}
