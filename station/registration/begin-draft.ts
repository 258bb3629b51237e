import type { Catalog, Service } from '../../contract/domain/catalog.ts';
import type { DocumentAnswers } from '../../contract/domain/draft.ts';
import type { FieldValue } from '../../contract/domain/form.ts';
import type { Instant } from '../../contract/domain/identifiers.ts';
import type { Ticket } from '../../contract/domain/ticket.ts';
import { type Catalogs, findService } from '../catalog/catalogs.ts';
import { badRequest, refusal } from '../rpc/refusal.ts';
import type { WritableDatabase } from '../store/database.ts';
import { type DraftRow, insertDraft, readDraft } from '../store/tables/drafts.ts';
import { SUBJECT, textOf } from './rules/subject.ts';

export interface DraftBeginning {
  readonly id: string;
  readonly serviceKey: string;
  readonly officerId: string | null;
  readonly ticket: Pick<Ticket, 'id' | 'number'> | null;
  /** Set for the correction of a returned application. */
  readonly correction: {
    readonly applicationId: string;
    readonly values: Readonly<Record<string, FieldValue>>;
    readonly remarks: Readonly<Record<string, string>>;
  } | null;
  /** What the citizen said of the documents. */
  readonly documentAnswers?: DocumentAnswers;
}

/**
 * Writes a new draft by the catalog in force. The same id for the same thing is the same draft, and `isNew` is false;
 * for anything else it is a `CONFLICT`.
 */
export function beginDraft(
  database: WritableDatabase,
  catalogs: Catalogs,
  beginning: DraftBeginning,
  at: Instant,
): { readonly row: DraftRow; readonly isNew: boolean } {
  const known = readDraft(database, beginning.id);
  if (known) {
    const same =
      known.serviceKey === beginning.serviceKey &&
      known.ticketId === (beginning.ticket?.id ?? null) &&
      known.correctsApplicationId === (beginning.correction?.applicationId ?? null) &&
      known.discardedAt === null;
    if (!same) throw refusal('CONFLICT');
    return { row: known, isNew: false };
  }
  const { catalog } = catalogs.current();
  const row = newDraft(beginning, catalog, requireService(catalog, beginning.serviceKey), at);
  insertDraft(database, row);
  return { row, isNew: true };
}

export function requireService(catalog: Catalog, key: string): Service {
  const service = findService(catalog, key);
  if (!service) throw badRequest([{ at: 'serviceKey', code: 'unknown-service' }]);
  return service;
}

function newDraft(beginning: DraftBeginning, catalog: Catalog, service: Service, at: Instant): DraftRow {
  const { ticket, correction } = beginning;
  const values = withoutConsent(service, correction?.values ?? {});
  return {
    id: beginning.id,
    serviceKey: service.key,
    catalogVersion: catalog.version,
    ticketId: ticket?.id ?? null,
    ticketNumber: ticket?.number ?? null,
    correctsApplicationId: correction?.applicationId ?? null,
    officerId: beginning.officerId,
    revision: 0,
    values: JSON.stringify(values),
    leftForOffice: '[]',
    readings: '[]',
    remarks: JSON.stringify(correction?.remarks ?? {}),
    documentAnswers: JSON.stringify(beginning.documentAnswers ?? {}),
    currentStep: service.steps[0]?.key ?? '',
    fullName: textOf(values, SUBJECT.fullName),
    consentGivenAt: null,
    createdAt: at,
    savedAt: at,
    discardedAt: null,
  };
}

/** Consent is given for one submission: a correction asks for it again. */
function withoutConsent(
  service: Service,
  values: Readonly<Record<string, FieldValue>>,
): Record<string, FieldValue> {
  const consent = service.steps.filter((step) => step.kind === 'consent').flatMap((step) => step.fields);
  const asked = new Set(consent.map((field) => field.key));
  return Object.fromEntries(Object.entries(values).filter(([key]) => !asked.has(key)));
}
