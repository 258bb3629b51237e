import { useQuery } from '@tanstack/react-query';
import type { CatalogNews } from '../../../contract/station/catalog.ts';
import { useStation } from '../../system/station-context.tsx';

/** What changed for the officer who is signed in. Not kept beyond the open desk: the next officer knows other things. */
export function useCatalogNews(): CatalogNews | undefined {
  const { queries } = useStation();
  return useQuery(queries.catalog.news.queryOptions({ gcTime: 0 })).data;
}
