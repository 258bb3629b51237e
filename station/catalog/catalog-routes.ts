import type { Actor } from '../registration/actor.ts';
import { type CallContext, implementer } from '../rpc/implementer.ts';
import type { Catalogs } from './catalogs.ts';
import type { OfficerNews } from './officer-news.ts';
import type { Regions } from './regions.ts';
import type { VillageSearch } from './village-search.ts';

export interface CatalogRouteDependencies {
  readonly catalogs: Catalogs;
  readonly regions: Regions;
  readonly villageSearch: () => VillageSearch;
}

export function createCatalogRoutes(
  { catalogs, regions, villageSearch }: CatalogRouteDependencies,
  officerNews: OfficerNews,
  actor: (context: CallContext) => Actor,
) {
  const procedures = implementer.catalog;
  return procedures.router({
    current: procedures.current.handler(() => catalogs.current()),
    news: procedures.news.handler(({ context }) => officerNews.news(actor(context))),
    confirmNews: procedures.confirmNews.handler(({ input, context }) => {
      officerNews.confirm(actor(context), input.version);
      return {};
    }),
    searchVillages: procedures.searchVillages.handler(({ input }) =>
      villageSearch().search(input.query, input.limit),
    ),
    village: procedures.village.handler(({ input }) => regions.village(input.code)),
  });
}
