import type { Catalog, Service } from '../../../contract/domain/catalog.ts';
import type { CatalogChange } from '../../../contract/domain/catalog-change.ts';
import type { GeneralTopic, ServiceTopic } from '../../catalog-reading/topics.ts';

/** Changes that stand at the thing they changed, by its key, and those whose thing is gone or has no place of its own. */
export interface PlacedChanges {
  readonly ofItem: ReadonlyMap<string, CatalogChange>;
  readonly others: readonly CatalogChange[];
}

/** Changes of one topic of a service. Pure. */
export function placeChanges(
  changes: readonly CatalogChange[],
  service: Service,
  topic: ServiceTopic,
): PlacedChanges {
  switch (topic) {
    case 'documents':
      return split(changes, keysOf(service.requirements));
    case 'fees':
      return split(changes, keysOf(service.products));
    case 'time':
      return split(changes, ['time']);
    case 'refusals':
      return split(changes, keysOf(service.refusals ?? []));
    case 'steps':
      return split(
        changes,
        service.nextSteps.map((_, place) => String(place + 1)),
      );
  }
}

/** Changes of what holds for every service. Pure. */
export function placeGeneralChanges(
  changes: readonly CatalogChange[],
  catalog: Catalog,
  topic: GeneralTopic,
): PlacedChanges {
  switch (topic) {
    case 'fraud':
      return split(changes, ['fraud']);
    case 'complaints':
      return split(
        changes,
        catalog.complaintChannels.map(({ name }) => name),
      );
    case 'notices':
      return split(changes, keysOf(catalog.notices));
  }
}

const keysOf = (items: readonly { readonly key: string }[]) => items.map(({ key }) => key);

function split(changes: readonly CatalogChange[], keys: readonly string[]): PlacedChanges {
  const shown = new Set(keys);
  const isAtItem = ({ kind, key }: CatalogChange) => kind !== 'removed' && shown.has(key);
  return {
    ofItem: new Map(changes.filter(isAtItem).map((change) => [change.key, change])),
    others: changes.filter((change) => !isAtItem(change)),
  };
}
