import type { Service } from '../../contract/domain/catalog.ts';
import type { Field, FieldValue, Step } from '../../contract/domain/form.ts';
import type { CalendarDate } from '../../contract/domain/identifiers.ts';
import type { Issue } from '../../contract/domain/issue.ts';
import type { Regions } from '../catalog/regions.ts';
import { missingCase } from '../missing-case.ts';
import { judgeReadings, type Reading } from './readings/reading.ts';
import { judgeMissingDocuments, judgeMissingPicture } from './rules/documents.ts';
import { isEmpty, judgeValue } from './rules/field.ts';
import { block, type Finding, type RuleContext } from './rules/finding.ts';
import { judgeProduct } from './rules/product.ts';

/** What is judged: a draft as it stands. */
export interface DraftState {
  readonly service: Service;
  readonly values: Readonly<Record<string, FieldValue>>;
  /** Kinds of the pictures taken. */
  readonly pictures: ReadonlySet<string>;
  readonly leftForOffice: readonly string[];
  /** What documents said of fields. */
  readonly readings: readonly Reading[];
  /** Set for a correction: what central asked for. Papers it did not ask for are with it already. */
  readonly correction: { readonly remarked: ReadonlySet<string> } | null;
}

/** Every issue of a draft, in the order of the steps. Pure. */
export function judgeDraft(draft: DraftState, regions: Regions, today: CalendarDate): Issue[] {
  const context: RuleContext = { values: draft.values, regions, today };
  return draft.service.steps.flatMap((step) => judgeStep(step, draft, context));
}

function judgeStep(step: Step, draft: DraftState, context: RuleContext): Issue[] {
  const fields = step.fields
    .filter((field) => isVisible(field, draft.values))
    .flatMap((field) => place(step, field.key, judgeField(step, field, draft, context)));
  switch (step.kind) {
    case 'documents':
      return [...fields, ...judgeMissingDocuments(step, draft)];
    case 'photo':
    case 'signature':
      return [...fields, ...judgeMissingPicture(step, step.kind, draft)];
    case 'fields':
    case 'product':
    case 'consent':
    case 'review':
      return fields;
    default:
      return missingCase(step.kind);
  }
}

function judgeField(step: Step, field: Field, draft: DraftState, context: RuleContext): Finding[] {
  const value = draft.values[field.key];
  if (value === undefined || isEmpty(value)) return judgeEmpty(step, field, draft);
  const findings = [...judgeValue(field, value, context), ...judgeReadings(field, value, draft.readings)];
  const product = step.kind === 'product' && draft.service.products.find(({ key }) => key === value);
  return product ? [...findings, ...judgeProduct(product, context)] : findings;
}

function judgeEmpty(step: Step, field: Field, draft: DraftState): Finding[] {
  if (field.required === 'no') return [];
  if (field.required === 'office' || draft.leftForOffice.includes(step.key))
    return [{ severity: 'office', code: 'required-at-office', values: {} }];
  return [block(step.kind === 'consent' ? 'consent-missing' : 'required')];
}

/** A field shown only beside certain answers is neither asked for nor sent without them. */
export function isVisible(field: Field, values: Readonly<Record<string, FieldValue>>): boolean {
  const { visibleWhen } = field;
  return !visibleWhen || visibleWhen.isOneOf.includes(String(values[visibleWhen.field] ?? ''));
}

function place(step: Step, at: string, findings: readonly Finding[]): Issue[] {
  return findings.map((finding) => ({ at, step: step.key, ...finding }));
}
