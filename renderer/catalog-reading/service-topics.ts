import type { Service } from '../../contract/domain/catalog.ts';
import { SERVICE_TOPICS, type ServiceTopic } from './topics.ts';

/** What there is to read about a service; the catalog may know of no refusals. Pure. */
export function topicsOf({ refusals = [] }: Pick<Service, 'refusals'>): readonly ServiceTopic[] {
  return refusals.length > 0 ? SERVICE_TOPICS : SERVICE_TOPICS.filter((topic) => topic !== 'refusals');
}
