import { z } from 'zod';
import { requirementSchema } from './catalog.ts';
import { fieldSchema } from './form.ts';
import { calendarDateSchema, catalogKeySchema } from './identifiers.ts';
import { legalBasisSchema } from './legal-basis.ts';
import { localizedSchema } from './localized.ts';

/** Where in the catalog something changed. The first eight belong to one service, the others to all of them. */
export const changeTopicSchema = z.enum([
  'service',
  'documents',
  'fees',
  'time',
  'steps',
  'refusals',
  'form',
  'consent',
  'office',
  'stages',
  'notices',
  'complaints',
  'fraud',
]);
export type ChangeTopic = z.infer<typeof changeTopicSchema>;

/** One value of before or after, with what it needs to be written for a person. */
export const changedValueSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: localizedSchema }),
  /** The same in every language, such as an address. */
  z.object({ kind: z.literal('plain'), text: z.string() }),
  z.object({ kind: z.literal('money'), rupiah: z.number().int() }),
  z.object({ kind: z.literal('working-days'), count: z.number().int() }),
  z.object({ kind: z.literal('years'), count: z.number().int() }),
  z.object({ kind: z.literal('date'), date: calendarDateSchema }),
  z.object({ kind: z.literal('yes-no'), yes: z.boolean() }),
  z.object({ kind: z.literal('document-need'), need: requirementSchema.shape.required }),
  z.object({ kind: z.literal('field-need'), need: fieldSchema.shape.required }),
  z.object({ kind: z.literal('basis'), basis: z.array(legalBasisSchema) }),
]);
export type ChangedValue = z.infer<typeof changedValueSchema>;

export const changedPartNameSchema = z.enum([
  'name',
  'text',
  'explanation',
  'amount',
  'need',
  'pages',
  'basis',
  'validity',
  'minimumAge',
  'days',
  'order',
  'hint',
  'choices',
  'statements',
  'queueLetter',
  'mobileVisit',
  'address',
  'from',
  'place',
]);
export type ChangedPartName = z.infer<typeof changedPartNameSchema>;

export const changedPartSchema = z.object({
  part: changedPartNameSchema,
  /** Null where there was, or is, nothing. */
  before: changedValueSchema.nullable(),
  after: changedValueSchema.nullable(),
});
export type ChangedPart = z.infer<typeof changedPartSchema>;

/** One thing a person would tell apart: a fee, a requirement, a notice, a service. */
export const catalogChangeSchema = z.object({
  topic: changeTopicSchema,
  /** Null where it holds for all services. */
  serviceKey: catalogKeySchema.nullable(),
  serviceName: localizedSchema.nullable(),
  kind: z.enum(['added', 'removed', 'changed']),
  /** Which one within its topic; for steps the number of the step. */
  key: z.string(),
  /** Null where the topic says it all, such as how long it takes. */
  name: localizedSchema.nullable(),
  /** What of it changed; empty for what is new or gone. */
  parts: z.array(changedPartSchema),
  /** Day from which it holds. */
  since: calendarDateSchema,
});
export type CatalogChange = z.infer<typeof catalogChangeSchema>;
