import type { Field, FieldValue } from '../../../contract/domain/form.ts';
import type { CalendarDate } from '../../../contract/domain/identifiers.ts';
import type { Issue } from '../../../contract/domain/issue.ts';
import type { Regions } from '../../catalog/regions.ts';

/** What a rule says of one value; where it stands is added by the judge. */
export type Finding = Pick<Issue, 'severity' | 'code' | 'values'>;

/** What a rule may look at. */
export interface RuleContext {
  readonly values: Readonly<Record<string, FieldValue>>;
  readonly regions: Regions;
  /** In WIB. */
  readonly today: CalendarDate;
}

/** Judges a value that is there; pure. */
export type TextRule = (text: string, context: RuleContext, field: Field) => Finding[];

export function block(code: Finding['code'], values: Finding['values'] = {}): Finding {
  return { severity: 'block', code, values };
}

export function warn(code: Finding['code'], values: Finding['values'] = {}): Finding {
  return { severity: 'warn', code, values };
}
