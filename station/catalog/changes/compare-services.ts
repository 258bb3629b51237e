import type { Consent, Product, Refusal, Requirement, Service } from '../../../contract/domain/catalog.ts';
import type { CatalogChange, ChangeTopic } from '../../../contract/domain/catalog-change.ts';
import type { Field } from '../../../contract/domain/form.ts';
import type { CalendarDate } from '../../../contract/domain/identifiers.ts';
import { type ChangePlace, compareKeyed, compareOne, type Description, type Keyed } from './compare-items.ts';
import { compareSteps } from './compare-steps.ts';
import { basis, plain, text, texts } from './values.ts';

/** @param newest day from which the catalog of after holds */
export function compareServices(
  before: readonly Service[],
  after: readonly Service[],
  newest: CalendarDate,
): CatalogChange[] {
  const old = new Map(before.map((service) => [service.key, service]));
  const kept = new Set(after.map(({ key }) => key));
  return [
    ...after.flatMap((service): CatalogChange[] => {
      const former = old.get(service.key);
      return former
        ? compareService(former, service, newest)
        : [whole(service, 'added', service.effectiveFrom)];
    }),
    ...before.filter(({ key }) => !kept.has(key)).map((service) => whole(service, 'removed', newest)),
  ];
}

function whole(service: Service, kind: 'added' | 'removed', since: CalendarDate): CatalogChange {
  const { key, name } = service;
  return { topic: 'service', serviceKey: key, serviceName: name, kind, key, name, parts: [], since };
}

/** The day is the service's own where it was set anew, and otherwise the catalog's. */
function compareService(before: Service, after: Service, newest: CalendarDate): CatalogChange[] {
  const since = after.effectiveFrom > before.effectiveFrom ? after.effectiveFrom : newest;
  const place = (topic: ChangeTopic): ChangePlace => ({
    topic,
    serviceKey: after.key,
    serviceName: after.name,
    since,
  });
  const days = ({ promisedWorkingDays }: Service): Description => [
    ['days', { kind: 'working-days', count: promisedWorkingDays }],
  ];
  return [
    ...compareKeyed(place('service'), [before], [after], SERVICES),
    ...compareKeyed(place('documents'), before.requirements, after.requirements, REQUIREMENTS),
    ...compareKeyed(place('fees'), before.products, after.products, PRODUCTS),
    ...compareOne(place('time'), null, days(before), days(after)),
    ...compareSteps(place('steps'), before.nextSteps, after.nextSteps),
    ...compareKeyed(place('refusals'), before.refusals ?? [], after.refusals ?? [], REFUSALS),
    ...compareKeyed(place('form'), fieldsOf(before), fieldsOf(after), FIELDS),
    ...compareOne(
      place('consent'),
      after.consent.title,
      consentParts(before.consent),
      consentParts(after.consent),
    ),
  ];
}

const fieldsOf = ({ steps }: Service): Field[] => steps.flatMap(({ fields }) => fields);

const SERVICES: Keyed<Service> = {
  key: ({ key }) => key,
  name: ({ name }) => name,
  describe: ({ name, summary, legalBasis, queueLetter, mobileVisit }) => [
    ['name', text(name)],
    ['explanation', text(summary)],
    ['basis', basis(...legalBasis)],
    ['queueLetter', plain(queueLetter)],
    ['mobileVisit', { kind: 'yes-no', yes: mobileVisit ?? false }],
  ],
};

const REQUIREMENTS: Keyed<Requirement> = {
  key: ({ key }) => key,
  name: ({ name }) => name,
  describe: ({ name, explanation, required, pages, legalBasis }) => [
    ['name', text(name)],
    ['explanation', text(explanation)],
    ['need', { kind: 'document-need', need: required }],
    ['pages', texts(pages.map((page) => page.name))],
    ['basis', basis(legalBasis)],
  ],
};

const PRODUCTS: Keyed<Product> = {
  key: ({ key }) => key,
  name: ({ name }) => name,
  describe: ({ name, explanation, validityYears, minimumAge, fee }) => [
    ['name', text(name)],
    ['amount', { kind: 'money', rupiah: fee.amount }],
    ['explanation', text(explanation)],
    ['validity', { kind: 'years', count: validityYears }],
    ['minimumAge', { kind: 'years', count: minimumAge }],
    ['basis', basis(fee.legalBasis)],
  ],
};

const REFUSALS: Keyed<Refusal> = {
  key: ({ key }) => key,
  name: ({ name }) => name,
  describe: ({ name, explanation }) => [
    ['name', text(name)],
    ['explanation', text(explanation)],
  ],
};

/** What is asked, not how it is drawn. */
const FIELDS: Keyed<Field> = {
  key: ({ key }) => key,
  name: ({ label }) => label,
  describe: ({ label, hint, required, options }) => [
    ['name', text(label)],
    ['hint', text(hint)],
    ['need', { kind: 'field-need', need: required }],
    ['choices', texts((options ?? []).map((option) => option.label))],
  ],
};

function consentParts({ title, paragraphs, statements, legalBasis }: Consent): Description {
  return [
    ['name', text(title)],
    ['text', texts(paragraphs)],
    ['statements', texts(statements.map(({ label }) => label))],
    ['basis', basis(legalBasis)],
  ];
}
