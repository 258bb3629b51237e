import type { Catalog, Requirement, Service } from '../../contract/domain/catalog.ts';
import type { Instant } from '../../contract/domain/identifiers.ts';
import type { LegalBasis } from '../../contract/domain/legal-basis.ts';
import type { Guide } from '../../contract/station/self-service.ts';
import { missingCase } from '../missing-case.ts';
import { formatCalendarDate, formatDay, formatMoney } from '../printing/paper/paper-formats.ts';
import type { SlipPaper } from '../registration/ports.ts';
import type { SlipWords } from './slip-words.ts';

type Section = SlipPaper['sections'][number];
type SlipContent = Pick<SlipPaper, 'title' | 'sections'>;

export interface CatalogInForce {
  readonly catalog: Catalog;
  readonly receivedAt: Instant | null;
}

/** What a guide says, from the catalog in force. Pure; keys the service does not have are passed over. */
export function guideContent(
  guide: Guide,
  service: Service,
  inForce: CatalogInForce,
  words: SlipWords,
): SlipContent {
  switch (guide.kind) {
    case 'service':
      return { title: words.text('serviceTitle'), sections: serviceSections(service, inForce, words) };
    case 'documents':
      return {
        title: words.text('documentsTitle'),
        sections: documentSections(guide, service, inForce, words),
      };
    default:
      return missingCase(guide);
  }
}

function serviceSections(service: Service, inForce: CatalogInForce, words: SlipWords): Section[] {
  const { catalog } = inForce;
  const named = (required: Requirement['required']) =>
    service.requirements.filter((requirement) => requirement.required === required);
  return [
    { heading: null, lines: [words.of(service.name), age(service, inForce, words)] },
    ...list(words.text('bring'), explained(named('always'), words)),
    ...list(words.text('atOffice'), explained(named('office'), words)),
    ...list(words.text('ifAny'), explained(named('if-any'), words)),
    { heading: words.text('fees'), lines: feeLines(service, words) },
    { heading: words.text('time'), lines: [words.text('days', { days: service.promisedWorkingDays })] },
    { heading: words.text('nextSteps'), lines: service.nextSteps.map(words.of) },
    ...list(words.text('refusals'), explained(service.refusals ?? [], words)),
    ...closing(catalog, words),
  ];
}

function documentSections(
  guide: Guide & { kind: 'documents' },
  service: Service,
  inForce: CatalogInForce,
  words: SlipWords,
): Section[] {
  const named = (keys: readonly string[]) => service.requirements.filter(({ key }) => keys.includes(key));
  const missing = named(guide.missing);
  return [
    { heading: null, lines: [words.of(service.name), age(service, inForce, words)] },
    ...list(words.text('missing'), explained(missing, words)),
    ...(missing.length === 0 ? [{ heading: null, lines: [words.text('allReady')] }] : []),
    ...list(words.text('ready'), explained(named(guide.ready), words)),
    ...list(words.text('pictured'), names(named(guide.pictured), words)),
    ...list(words.text('unclear'), names(named(guide.unclear), words)),
    { heading: words.text('fees'), lines: feeLines(service, words) },
    ...closing(inForce.catalog, words),
  ];
}

function closing(catalog: Catalog, words: SlipWords): Section[] {
  return [
    { heading: words.text('warning'), lines: [words.of(catalog.fraudWarning)] },
    ...list(
      words.text('complaints'),
      catalog.complaintChannels.map(({ name, explanation }) => `${name}. ${words.of(explanation)}`),
    ),
  ];
}

const list = (heading: string, lines: string[]): Section[] => (lines.length > 0 ? [{ heading, lines }] : []);

function explained(things: readonly Pick<Requirement, 'name' | 'explanation'>[], words: SlipWords): string[] {
  return things.map(({ name, explanation }) => `${words.of(name)}. ${words.of(explanation)}`);
}

function names(requirements: readonly Requirement[], words: SlipWords): string[] {
  return requirements.map(({ name }) => words.of(name));
}

function feeLines({ products }: Service, words: SlipWords): string[] {
  const bases = new Map(products.map(({ fee }) => [fee.legalBasis.title, fee.legalBasis]));
  return [
    ...products.map(({ name, fee }) =>
      words.text('fee', { product: words.of(name), amount: formatMoney(fee.amount) }),
    ),
    ...[...bases.values()].map((basis) => basisLine(basis, words)),
  ];
}

function basisLine({ title, effectiveFrom, confidence }: LegalBasis, words: SlipWords): string {
  const line = words.text('basis', { title, date: formatCalendarDate(effectiveFrom, words.language) });
  return confidence === 'unconfirmed' ? `${line} ${words.text('unconfirmed')}` : line;
}

/** Since when it holds and how the kiosk came by it: what is on paper outlives the next catalog. */
function age(service: Service, { receivedAt }: CatalogInForce, words: SlipWords): string {
  const { language } = words;
  const since = words.text('validSince', { date: formatCalendarDate(service.effectiveFrom, language) });
  const came =
    receivedAt === null
      ? words.text('installed')
      : words.text('received', { date: formatDay(receivedAt, language) });
  return `${since} ${came}`;
}
