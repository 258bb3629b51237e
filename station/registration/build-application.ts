import type { Application } from '../../contract/domain/application.ts';
import type { Instant } from '../../contract/domain/identifiers.ts';
import type { Issue } from '../../contract/domain/issue.ts';
import type { StoredPicture } from '../store/tables/draft-attachments.ts';
import { finalValues } from './final-values.ts';
import type { OpenDraft } from './open-draft.ts';
import { textOf } from './rules/subject.ts';

export interface ApplicationParts {
  readonly draft: OpenDraft;
  readonly id: string;
  readonly revision: number;
  readonly trackingCode: string;
  readonly stationId: string;
  readonly officerId: string | null;
  readonly issues: readonly Issue[];
  readonly pictures: readonly StoredPicture[];
  readonly at: Instant;
}

/** The application as it is sealed. Only a draft that nothing blocks may come here. */
export function buildApplication(parts: ApplicationParts): Application {
  const { draft, at } = parts;
  const values = finalValues(draft.service, draft.values);
  return {
    id: parts.id,
    revision: parts.revision,
    trackingCode: parts.trackingCode,
    serviceKey: draft.service.key,
    productKey: productKey(draft),
    catalogVersion: draft.row.catalogVersion,
    stationId: parts.stationId,
    officerId: parts.officerId,
    ticketNumber: draft.row.ticketNumber,
    values,
    issues: [...parts.issues],
    leftForOffice: draft.leftForOffice,
    consent: {
      version: draft.service.consent.version,
      statements: agreedStatements(draft),
      givenAt: draft.row.consentGivenAt ?? at,
    },
    attachments: parts.pictures.map(({ attachment, sha256, bytes }) => ({
      id: attachment.id,
      kind: attachment.kind,
      mediaType: attachment.mediaType,
      width: attachment.width,
      height: attachment.height,
      byteLength: bytes.byteLength,
      sha256,
    })),
    submittedAt: at,
  };
}

/** The choice of the product step. */
export function productKey(draft: OpenDraft): string {
  const field = draft.service.steps.find((step) => step.kind === 'product')?.fields[0];
  return field ? textOf(draft.values, field.key) : '';
}

/** A statement is the confirmation of the consent step that ends in its key. */
function agreedStatements(draft: OpenDraft): string[] {
  const steps = draft.service.steps.filter((step) => step.kind === 'consent').map((step) => step.key);
  return draft.service.consent.statements
    .map((statement) => statement.key)
    .filter((key) => steps.some((step) => draft.values[`${step}.${key}`] === true));
}
