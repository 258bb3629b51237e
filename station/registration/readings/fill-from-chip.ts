import type { Service } from '../../../contract/domain/catalog.ts';
import type { FieldValue } from '../../../contract/domain/form.ts';
import type { CalendarDate } from '../../../contract/domain/identifiers.ts';
import type { ReadingSource } from '../../../contract/domain/reading.ts';
import { fillFromMrz } from '../mrz/fill-from-mrz.ts';
import { readMrz } from '../mrz/read-mrz.ts';
import { isEmpty } from '../rules/field.ts';
import { isOther } from './reading.ts';

type Values = Readonly<Record<string, FieldValue>>;

export interface ChipFill {
  readonly source: ReadingSource;
  /** For fields that are empty. */
  readonly filled: Values;
  /** Keys of fields somebody filled otherwise than the document says. */
  readonly differs: readonly string[];
  /** All that the document says of fields of the service. */
  readonly says: Readonly<Record<string, string>>;
}

/** As a typed MRZ fills, from the lines a passport's chip holds; the fields of the MRZ itself included. */
export function fillFromChip(service: Service, lines: string, values: Values, today: CalendarDate): ChipFill {
  const mrz = readMrz(lines, today);
  const fields = service.steps.flatMap((step) => step.fields).filter(({ type }) => type === 'mrz');
  const chip = Object.fromEntries(fields.map(({ key }) => [key, lines]));
  const own = Object.fromEntries(Object.entries(chip).filter(([key]) => isEmpty(values[key])));
  const parts = fields.flatMap(({ fills = [] }) =>
    fills.flatMap(({ part, field }) => (mrz[part] === null ? [] : [[field, mrz[part]] as const])),
  );
  const says = { ...chip, ...Object.fromEntries(parts) };
  return {
    source: 'passport',
    filled: { ...own, ...fillFromMrz(service, chip, values, today) },
    differs: differing(service, 'passport', says, values),
    says,
  };
}

/** Values a KTP-el gives for fields of this service that are still empty. */
export function fillFromIdentityCard(
  service: Service,
  offered: Readonly<Record<string, string>>,
  values: Values,
): ChipFill {
  const known = new Set(service.steps.flatMap((step) => step.fields.map(({ key }) => key)));
  const says = Object.fromEntries(Object.entries(offered).filter(([key]) => known.has(key)));
  return {
    source: 'identity-card',
    filled: Object.fromEntries(Object.entries(says).filter(([key]) => isEmpty(values[key]))),
    differs: differing(service, 'identity-card', says, values),
    says,
  };
}

function differing(
  service: Service,
  source: ReadingSource,
  says: Readonly<Record<string, string>>,
  values: Values,
): string[] {
  const fields = service.steps.flatMap((step) => step.fields);
  return Object.entries(says)
    .filter(([key, read]) =>
      fields.some((field) => field.key === key && isOther(source, field, values[key], read)),
    )
    .map(([key]) => key);
}
