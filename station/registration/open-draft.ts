import { z } from 'zod';
import type { Service } from '../../contract/domain/catalog.ts';
import { type DocumentAnswers, documentAnswersSchema } from '../../contract/domain/draft.ts';
import { type FieldValue, fieldValueSchema } from '../../contract/domain/form.ts';
import { type Catalogs, findService } from '../catalog/catalogs.ts';
import { refusal } from '../rpc/refusal.ts';
import type { ReadableDatabase } from '../store/database.ts';
import { type DraftRow, readDraft } from '../store/tables/drafts.ts';
import { type Reading, readingSchema } from './readings/reading.ts';

const valuesSchema = z.record(z.string(), fieldValueSchema);
const keysSchema = z.array(z.string());
const readingsSchema = z.array(readingSchema);
const remarksSchema = z.record(z.string(), z.string());

/** A draft with its JSON read and the service it was begun for, in the catalog version of that day. */
export interface OpenDraft {
  readonly row: DraftRow;
  readonly service: Service;
  readonly values: Record<string, FieldValue>;
  readonly leftForOffice: string[];
  /** What documents said of fields. */
  readonly readings: readonly Reading[];
  readonly remarks: Record<string, string>;
  /** What the citizen said of the documents. */
  readonly documentAnswers: DocumentAnswers;
}

/** Throws `NOT_FOUND` for a draft that was never begun, was discarded, or was submitted. */
export function requireDraft(database: ReadableDatabase, catalogs: Catalogs, draftId: string): OpenDraft {
  const row = readDraft(database, draftId);
  if (!row || row.discardedAt !== null) throw refusal('NOT_FOUND');
  return openDraft(row, catalogs);
}

export function openDraft(row: DraftRow, catalogs: Catalogs): OpenDraft {
  const service = findService(catalogs.ofVersion(row.catalogVersion), row.serviceKey);
  if (!service) throw new RangeError(`catalog ${row.catalogVersion} has no ${row.serviceKey}`);
  return {
    row,
    service,
    values: readValues(row.values),
    leftForOffice: keysSchema.parse(JSON.parse(row.leftForOffice)),
    readings: readingsSchema.parse(JSON.parse(row.readings)),
    remarks: readRemarks(row.remarks),
    documentAnswers: documentAnswersSchema.parse(JSON.parse(row.documentAnswers)),
  };
}

export function readValues(json: string): Record<string, FieldValue> {
  return valuesSchema.parse(JSON.parse(json));
}

export function readRemarks(json: string): Record<string, string> {
  return remarksSchema.parse(JSON.parse(json));
}
