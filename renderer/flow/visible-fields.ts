import type { Field, Step } from '../../contract/domain/form.ts';
import type { Values } from './autosave.ts';

/** The fields of a step that are asked for, given what other fields hold. */
export function visibleFields(step: Step, values: Values): Field[] {
  return step.fields.filter(({ visibleWhen }) => {
    if (!visibleWhen) return true;
    const value = values[visibleWhen.field];
    return value !== undefined && value !== null && visibleWhen.isOneOf.includes(String(value));
  });
}
