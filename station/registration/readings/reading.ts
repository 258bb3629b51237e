import { z } from 'zod';
import type { Field, FieldValue } from '../../../contract/domain/form.ts';
import { type ReadingSource, readingSourceSchema } from '../../../contract/domain/reading.ts';
import { missingCase } from '../../missing-case.ts';
import { isEmpty } from '../rules/field.ts';
import { type Finding, warn } from '../rules/finding.ts';
import { isOtherName } from '../rules/mrz.ts';

/** What a document says of one field. */
export const readingSchema = z.strictObject({
  source: readingSourceSchema,
  field: z.string(),
  value: z.string(),
  /** What was typed when the officer chose to keep it instead; null when nobody chose so. */
  keptTyped: z.string().nullable(),
});
export type Reading = z.infer<typeof readingSchema>;

const CODES = {
  passport: 'passport-chip-differs',
  'identity-card': 'identity-card-differs',
} as const satisfies Record<ReadingSource, Finding['code']>;

/** The readings of a draft once a document was read; what the officer kept before stands as long as both say the same. */
export function withReadings(
  before: readonly Reading[],
  source: ReadingSource,
  says: Readonly<Record<string, string>>,
): Reading[] {
  const fresh = Object.entries(says).map(([field, value]): Reading => {
    const known = before.find((reading) => reading.source === source && reading.field === field);
    return { source, field, value, keptTyped: known?.value === value ? known.keptTyped : null };
  });
  return [...before.filter((reading) => reading.source !== source), ...fresh];
}

/** A warning for each document that says otherwise than the field, unless the officer kept what was typed. */
export function judgeReadings(field: Field, value: FieldValue, readings: readonly Reading[]): Finding[] {
  return readings
    .filter((reading) => reading.field === field.key && reading.keptTyped !== String(value))
    .filter((reading) => isOther(reading.source, field, value, reading.value))
    .map(({ source, value: read }) => warn(CODES[source], { value: read }));
}

/** Whether what somebody typed says something else than the document, and not only writes it otherwise. */
export function isOther(
  source: ReadingSource,
  field: Pick<Field, 'type'>,
  typed: FieldValue | undefined,
  read: string,
): boolean {
  if (typed === undefined || isEmpty(typed)) return false;
  switch (source) {
    case 'passport':
      return field.type === 'full-name'
        ? isOtherName(read, String(typed))
        : plain(String(typed)) !== plain(read);
    case 'identity-card':
      return plain(String(typed)) !== plain(read);
    default:
      return missingCase(source);
  }
}

function plain(text: string): string {
  return text.toUpperCase().replaceAll(/[^A-Z0-9<]/g, '');
}
