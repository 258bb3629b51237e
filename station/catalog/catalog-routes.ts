import { implementer } from '../rpc/implementer.ts';
import type { Catalogs } from './catalogs.ts';
import type { Regions } from './regions.ts';
import type { VillageSearch } from './village-search.ts';

export interface CatalogRouteDependencies {
  readonly catalogs: Catalogs;
  readonly regions: Regions;
  readonly villageSearch: () => VillageSearch;
}

export function createCatalogRoutes({ catalogs, regions, villageSearch }: CatalogRouteDependencies) {
  const procedures = implementer.catalog;
  return procedures.router({
    current: procedures.current.handler(() => catalogs.current()),
    searchVillages: procedures.searchVillages.handler(({ input }) =>
      villageSearch().search(input.query, input.limit),
    ),
    village: procedures.village.handler(({ input }) => regions.village(input.code)),
  });
}
