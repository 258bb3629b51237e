import { type Catalog, catalogSchema } from '../../contract/domain/catalog.ts';
import { RECEIVED_STAGE } from '../packets/write-applications.ts';
import { PROMISE_BEGINS_AFTER, PROMISE_ENDS_AT } from '../public/public-status.ts';

/** Stages that programs know by name. */
const NEEDED_STAGES = [RECEIVED_STAGE, PROMISE_BEGINS_AFTER, PROMISE_ENDS_AT];

/** A problem names where it is, as `services.0.steps.1.key`, and what is wrong there. */
export type CheckedCatalog = { readonly catalog: Catalog } | { readonly problems: readonly string[] };

/** Whether this is a catalog that kiosks can work by: its shape, keys that are used once, and references that lead somewhere. Pure. */
export function checkCatalog(value: unknown): CheckedCatalog {
  const parsed = catalogSchema.safeParse(value);
  if (!parsed.success)
    return {
      problems: parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'file'}: ${message}`),
    };
  const catalog = parsed.data;
  const problems = [
    ...repeated('stages', catalog.stages),
    ...repeated('services', catalog.services),
    ...repeated('notices', catalog.notices),
    ...repeated(
      'queueLetter',
      catalog.services.map(({ queueLetter }) => ({ key: queueLetter })),
    ),
    ...NEEDED_STAGES.filter((key) => !catalog.stages.some((stage) => stage.key === key)).map(
      (key) => `stages: ${key} is missing`,
    ),
    ...catalog.services.flatMap(checkService),
  ];
  return problems.length === 0 ? { catalog } : { problems };
}

function checkService(service: Catalog['services'][number]): string[] {
  const place = `services ${service.key}`;
  const fields = service.steps.flatMap((step) => step.fields);
  const keys = new Set(fields.map(({ key }) => key));
  const unknown = (key: string) => (keys.has(key) ? [] : [`${place}: no field ${key}`]);
  const offered = fields.find(({ key }) => key === 'product.key')?.options?.map(({ key }) => key) ?? [];
  const products = service.products.map(({ key }) => key);
  return [
    ...repeated(`${place} fields`, fields),
    ...repeated(`${place} products`, service.products),
    ...repeated(`${place} requirements`, service.requirements),
    ...repeated(`${place} refusals`, service.refusals ?? []),
    ...repeated(
      `${place} pages`,
      service.requirements.flatMap(({ pages }) => pages),
    ),
    ...fields.flatMap((field) => (field.fills ?? []).flatMap(({ field: filled }) => unknown(filled))),
    ...fields.flatMap(({ visibleWhen }) => (visibleWhen ? unknown(visibleWhen.field) : [])),
    ...service.consent.statements.flatMap(({ key }) => unknown(`consent.${key}`)),
    ...(offered.join() === products.join() ? [] : [`${place}: product.key does not offer its products`]),
  ];
}

function repeated(place: string, keyed: readonly { readonly key: string }[]): string[] {
  const seen = new Set<string>();
  const twice = keyed.filter(({ key }) => seen.size === seen.add(key).size);
  return twice.map(({ key }) => `${place}: ${key} is there twice`);
}
