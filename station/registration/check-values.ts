import type { Service } from '../../contract/domain/catalog.ts';
import type { Field, FieldValue } from '../../contract/domain/form.ts';

export interface ValueProblem {
  readonly at: string;
  readonly code: 'unknown-field' | 'wrong-type' | 'too-long';
}

/** Values that do not fit the form at all; what a citizen may well type wrong is left to the rules. */
export function checkValues(service: Service, values: Readonly<Record<string, FieldValue>>): ValueProblem[] {
  const fields = new Map(service.steps.flatMap((step) => step.fields).map((field) => [field.key, field]));
  return Object.entries(values).flatMap(([at, value]): ValueProblem[] => {
    const field = fields.get(at);
    if (!field) return [{ at, code: 'unknown-field' }];
    if (value === null) return [];
    if (typeof value !== expectedType(field)) return [{ at, code: 'wrong-type' }];
    const tooLong =
      typeof value === 'string' && field.maximumLength !== undefined && value.length > field.maximumLength;
    return tooLong ? [{ at, code: 'too-long' }] : [];
  });
}

function expectedType(field: Field): 'string' | 'number' | 'boolean' {
  if (field.type === 'number') return 'number';
  return field.type === 'confirmation' ? 'boolean' : 'string';
}
