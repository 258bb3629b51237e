import type { Application } from '../../contract/domain/application.ts';
import type { Catalog, Service } from '../../contract/domain/catalog.ts';
import type { Localized } from '../../contract/domain/localized.ts';
import { maskName } from './mask.ts';
import type { ReceiptPaper } from './ports.ts';
import { isGiven } from './rules/documents.ts';
import { SUBJECT, textOf } from './rules/subject.ts';

/** The *tanda terima permohonan* of an application. */
export function receiptPaper(
  application: Application,
  catalog: Catalog,
  service: Service,
  stationName: string,
): ReceiptPaper {
  const product = service.products.find(({ key }) => key === application.productKey);
  if (!product) throw new RangeError(`no product ${application.productKey}`);
  const pictures = new Set(application.attachments.map(({ kind }) => kind));
  return {
    kind: 'receipt',
    trackingCode: application.trackingCode,
    maskedName: maskName(textOf(application.values, SUBJECT.fullName)),
    service: service.name,
    product: product.name,
    fee: product.fee,
    ticketNumber: application.ticketNumber,
    given: given(service, pictures),
    missing: missing(application, service),
    nextSteps: service.nextSteps,
    complaintChannels: catalog.complaintChannels,
    fraudWarning: catalog.fraudWarning,
    office: catalog.office.name,
    stationName,
    submittedAt: application.submittedAt,
  };
}

function given(service: Service, pictures: ReadonlySet<string>): Localized[] {
  const documents = service.requirements.filter((requirement) => isGiven(requirement, pictures));
  const steps = service.steps.filter((step) => pictures.has(step.kind));
  return [...documents.map(({ name }) => name), ...steps.map(({ title }) => title)];
}

/** What stands open at the office, in the citizen's words: document, field, or a step left whole. */
function missing(application: Application, service: Service): Localized[] {
  const open = application.issues.filter(({ severity }) => severity === 'office');
  const names = open.map(({ at, step }) => nameOf(at, step, service));
  return names.filter((name, place) => names.findIndex(({ id }) => id === name.id) === place);
}

function nameOf(at: string, stepKey: string, service: Service): Localized {
  const requirement = service.requirements.find(({ pages }) => pages.some((page) => page.key === at));
  if (requirement) return requirement.name;
  const step = service.steps.find(({ key }) => key === stepKey);
  const field = step?.fields.find(({ key }) => key === at);
  return field?.label ?? step?.title ?? service.name;
}
