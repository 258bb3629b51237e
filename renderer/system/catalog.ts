import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Catalog, Service, Stage } from '../../contract/domain/catalog.ts';
import { useLocalized } from './language.ts';
import { useStation } from './station-context.tsx';

/** The catalog in force and its names in the language in use; keys it does not know stand for themselves. */
export function useCatalog() {
  const { queries } = useStation();
  const local = useLocalized();
  const catalog = useQuery(queries.catalog.current.queryOptions()).data?.catalog;
  return useMemo(() => lookUp(catalog, local), [catalog, local]);
}

function lookUp(catalog: Catalog | undefined, local: ReturnType<typeof useLocalized>) {
  const service = (key: string): Service | undefined => catalog?.services.find((each) => each.key === key);
  const stage = (key: string): Stage | undefined => catalog?.stages.find((each) => each.key === key);
  return {
    catalog,
    service,
    stage,
    serviceName(key: string): string {
      const found = service(key);
      return found ? local(found.name) : key;
    },
    stageName(key: string): string {
      const found = stage(key);
      return found ? local(found.name) : key;
    },
    stepTitle(serviceKey: string, stepKey: string): string {
      const found = service(serviceKey)?.steps.find((step) => step.key === stepKey);
      return found ? local(found.title) : stepKey;
    },
  };
}
