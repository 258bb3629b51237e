import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Catalog, catalogSchema } from '../../../contract/domain/catalog.ts';
import { type CatalogChange, catalogChangeSchema } from '../../../contract/domain/catalog-change.ts';
import { TEST_RESOURCES } from '../../testing/test-station.ts';
import { compareCatalogs } from './compare-catalogs.ts';

const catalog = catalogSchema.parse(JSON.parse(readFileSync(join(TEST_RESOURCES, 'catalog.json'), 'utf8')));
const words = fc.string({ minLength: 1 }).map((text) => ({ id: `${text} kata`, en: `${text} word` }));

/** One edit of a copy, and where and as what it must be named. */
interface Edit {
  readonly names: string;
  readonly apply: (draft: Catalog) => void;
}

function at<Item>(items: readonly Item[], place: number): Item {
  const found = items[place % items.length];
  if (!found) throw new Error('the catalog is empty');
  return found;
}

const place = fc.nat({ max: 7 });
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ place, amount: fc.integer({ min: 1_000_000, max: 9_000_000 }) }).map(({ place, amount }) => ({
    names: 'fees changed amount',
    apply(draft: Catalog) {
      at(at(draft.services, place).products, place).fee.amount = amount;
    },
  })),
  fc.record({ place, words }).map(({ place, words }) => ({
    names: 'documents changed explanation',
    apply(draft: Catalog) {
      at(at(draft.services, place).requirements, place).explanation = words;
    },
  })),
  place.map((place) => ({
    names: 'documents added',
    apply({ services }: Catalog) {
      const { requirements } = at(services, place);
      requirements.push({ ...at(requirements, place), key: 'letter-of-hall' });
    },
  })),
  place.map((place) => ({
    names: 'documents removed',
    apply: (draft: Catalog) => void at(draft.services, place).requirements.shift(),
  })),
  fc.record({ place, days: fc.integer({ min: 20, max: 90 }) }).map(({ place, days }) => ({
    names: 'time changed days',
    apply(draft: Catalog) {
      at(draft.services, place).promisedWorkingDays = days;
    },
  })),
  fc.record({ place, words }).map(({ place, words }) => ({
    names: 'steps changed text',
    apply({ services }: Catalog) {
      at(services, place).nextSteps[0] = words;
    },
  })),
  place.map((place) => ({
    names: 'refusals removed',
    apply: ({ services }: Catalog) => void at(services, place).refusals?.pop(),
  })),
  fc.record({ place, words }).map(({ place, words }) => ({
    names: 'refusals added',
    apply({ services }: Catalog) {
      const service = at(services, place);
      const one = { key: 'refusal-of-a-test', name: words, explanation: words };
      service.refusals = [one, ...(service.refusals ?? [])];
    },
  })),
  place.map((place) => ({
    names: 'steps changed order',
    apply: ({ services }: Catalog) => void at(services, place).nextSteps.reverse(),
  })),
  fc.record({ place, words }).map(({ place, words }) => ({
    names: 'form changed name',
    apply({ services }: Catalog) {
      const fields = at(services, place).steps.flatMap(({ fields }) => fields);
      at(fields, place).label = words;
    },
  })),
  fc.record({ place, words }).map(({ place, words }) => ({
    names: 'consent changed text',
    apply: ({ services }: Catalog) => void at(services, place).consent.paragraphs.push(words),
  })),
  words.map((text) => ({
    names: 'notices added',
    apply: (draft: Catalog) => void draft.notices.push({ key: 'new-notice', text, from: '2026-12-01' }),
  })),
  words.map((text) => ({
    names: 'fraud changed text',
    apply(draft: Catalog) {
      draft.fraudWarning = text;
    },
  })),
  fc.record({ place, words }).map(({ place, words }) => ({
    names: 'stages changed explanation',
    apply(draft: Catalog) {
      at(draft.stages, place).explanation = words;
    },
  })),
  fc.constant({
    names: 'complaints changed address',
    apply(draft: Catalog) {
      at(draft.complaintChannels, 0).address = 'https://www.example.id';
    },
  }),
  fc.constant({
    names: 'service added',
    apply: ({ services }: Catalog) => void services.push({ ...at(services, 0), key: 'service-of-a-test' }),
  }),
  place.map((place) => ({
    names: 'service removed',
    apply: ({ services }: Catalog) => void services.splice(place % services.length, 1),
  })),
);

function edited(edits: readonly Edit[]): Catalog {
  const draft = structuredClone(catalog);
  for (const { apply } of edits) apply(draft);
  return draft;
}

const named = ({ topic, kind, parts }: CatalogChange): string[] =>
  kind === 'changed' ? parts.map(({ part }) => `${topic} changed ${part}`) : [`${topic} ${kind}`];

test('the same catalog under another number and day is no news', () => {
  const again = {
    ...structuredClone(catalog),
    version: 9,
    effectiveFrom: '2027-01-01',
    issuedOn: '2026-12-31',
  };
  expect(compareCatalogs(catalog, again)).toEqual([]);
});

test('whatever was edited is named, and nothing else', () => {
  fc.assert(
    fc.property(edit, (one) => {
      const changes = compareCatalogs(catalog, edited([one]));
      expect(changes.flatMap(named)).toEqual([one.names]);
      for (const change of changes) expect(catalogChangeSchema.parse(change)).toEqual(change);
    }),
  );
});

test('looked at backwards, what is new is gone, and before is after', () => {
  const turned = { added: 'removed', removed: 'added', changed: 'changed' } as const;
  const bare = ({ topic, serviceKey, kind, key, parts }: CatalogChange, turn: boolean) =>
    JSON.stringify({
      topic,
      serviceKey,
      kind: turn ? turned[kind] : kind,
      key,
      parts: parts.map(({ part, before, after }) => [part, ...(turn ? [after, before] : [before, after])]),
    });
  const edits = fc.uniqueArray(edit, { maxLength: 6, selector: ({ names }) => names });
  fc.assert(
    fc.property(edits, edits, (one, other) => {
      const there = compareCatalogs(edited(one), edited(other)).map((change) => bare(change, false));
      const back = compareCatalogs(edited(other), edited(one)).map((change) => bare(change, true));
      expect(there.sort()).toEqual(back.sort());
      expect(new Set(there).size).toBe(there.length);
    }),
  );
});

test('a fee says old and new, and since when by the service’s own day', () => {
  const next = edited([]);
  next.effectiveFrom = '2027-01-05';
  for (const service of next.services.slice(0, 1)) {
    service.effectiveFrom = '2027-01-01';
    at(service.products, 0).fee.amount = 350_000;
  }
  expect(compareCatalogs(catalog, next)).toMatchObject([
    {
      topic: 'fees',
      serviceKey: catalog.services[0]?.key,
      key: 'electronic-5',
      since: '2027-01-01',
      parts: [
        {
          part: 'amount',
          before: { kind: 'money', rupiah: 650_000 },
          after: { kind: 'money', rupiah: 350_000 },
        },
      ],
    },
  ]);
});
