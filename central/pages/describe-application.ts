import type { Application } from '../../contract/domain/application.ts';
import type { Catalog } from '../../contract/domain/catalog.ts';
import type { Field } from '../../contract/domain/form.ts';
import type { Regions } from '../catalog/regions.ts';
import { formatNik } from './format.ts';
import { fill, issueWords, officerWords as words } from './words/words.ts';

export interface Described {
  readonly name: string;
  readonly service: string;
  readonly product: string;
  readonly fields: readonly { readonly key: string; readonly label: string; readonly value: string }[];
  readonly pictures: readonly { readonly id: string; readonly key: string; readonly label: string }[];
  readonly warnings: readonly string[];
  readonly leftForOffice: readonly string[];
  /** Statements the applicant agreed to, with the moment. */
  readonly consent: { readonly statements: readonly string[]; readonly givenAt: number };
}

function valueText(field: Field | undefined, value: unknown, regions: Regions): string {
  if (value === null || value === undefined || value === '') return '—';
  switch (field?.type) {
    case 'choice':
      return field.options?.find(({ key }) => key === value)?.label.id ?? String(value);
    case 'nik':
    case 'family-card-number':
      return formatNik(String(value));
    case 'village':
      return regions.villageName(String(value));
    case 'birth-date':
    case 'date':
      return readableDate(String(value));
    default:
      return String(value);
  }
}

/** `17 September 1990` of `1990-09-17`; anything else as it is. */
function readableDate(day: string): string {
  const instant = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(instant)) return day;
  return new Intl.DateTimeFormat('id-ID', { dateStyle: 'long', timeZone: 'UTC' }).format(instant);
}

/** An application in the words of the catalog. What the catalog no longer knows is shown by its key: nothing is hidden. */
export function describeApplication(application: Application, catalog: Catalog, regions: Regions): Described {
  const service = catalog.services.find(({ key }) => key === application.serviceKey);
  const all = service?.steps.flatMap((step) => step.fields) ?? [];
  // What was agreed to is told apart from what was filled in.
  const known = all.filter(({ type }) => type !== 'confirmation');
  const fields = new Map(all.map((field) => [field.key, field]));
  const pages = new Map(
    service?.requirements.flatMap(({ name, pages: parts }) =>
      parts.map((page) => [page.key, parts.length === 1 ? name.id : `${name.id}, ${page.name.id}`] as const),
    ),
  );
  pages.set('photo', words.photo).set('signature', words.signature);
  const label = (key: string) => fields.get(key)?.label.id ?? pages.get(key) ?? key;
  // Empty ones too, because what is missing is what a remark is often about.
  const asked = known.filter(
    ({ key, visibleWhen }) => key in application.values || visibleWhen === undefined,
  );
  const unknown = Object.keys(application.values).filter((key) => !fields.has(key));
  const keys = [...asked.map(({ key }) => key), ...unknown];
  const name = application.values['identity.fullName'];
  return {
    name: typeof name === 'string' ? name : '',
    service: service?.name.id ?? application.serviceKey,
    product:
      service?.products.find(({ key }) => key === application.productKey)?.name.id ?? application.productKey,
    fields: keys.map((key) => ({
      key,
      label: label(key),
      value: valueText(fields.get(key), application.values[key], regions),
    })),
    pictures: application.attachments.map(({ id, kind }) => ({ id, key: kind, label: label(kind) })),
    warnings: application.issues.map(
      ({ at, code, values }) => `${label(at)}: ${fill(issueWords[code], values)}`,
    ),
    leftForOffice: application.leftForOffice.map(label),
    consent: {
      statements: application.consent.statements.map((key) => label(`consent.${key}`)),
      givenAt: application.consent.givenAt,
    },
  };
}
