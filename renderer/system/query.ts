import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { QueryClient } from '@tanstack/react-query';
import { StationLostError } from './errors.ts';
import type { LinkEvent, StationClient, StationLink } from './station-link.ts';

export type StationQueries = ReturnType<typeof createStationQueries>;

export function createStationQueries(client: StationClient) {
  return createTanstackQueryUtils(client);
}

/** The station stands in the same machine: being offline never pauses a read, and nothing goes stale without an event. */
export function createFaceQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: Number.POSITIVE_INFINITY,
        refetchOnWindowFocus: false,
        retry: (_count, error) => error instanceof StationLostError,
        retryDelay: 500,
      },
      mutations: { networkMode: 'always' },
    },
  });
}

type Key = readonly unknown[];

/** Which reads an event makes stale. */
export function staleKeys(queries: StationQueries, event: LinkEvent): readonly Key[] {
  switch (event.type) {
    case 'connected':
      return [[]];
    case 'session-changed':
      return [queries.access.key()];
    case 'queue-changed':
      return [queries.queue.key()];
    case 'draft-changed':
      return [
        queries.registration.drafts.key(),
        queries.registration.draft.key({ input: { draftId: event.draftId } }),
      ];
    case 'applications-changed':
      return [
        queries.registration.applications.key(),
        queries.registration.application.key(),
        queries.selfService.status.key(),
      ];
    case 'outbox-changed':
      return [queries.outbox.key(), queries.handCarry.key(), queries.practice.key()];
    case 'devices-changed':
      return [queries.devices.key(), queries.selfService.health.key(), queries.practice.key()];
    case 'printing-changed':
      return [
        queries.printing.key(),
        queries.queue.desk.key(),
        queries.selfService.paper.key(),
        queries.practice.key(),
      ];
    case 'catalog-read':
      return [queries.catalog.news.key()];
    case 'catalog-changed':
      return [queries.catalog.key()];
    case 'attendance-changed':
      return [queries.system.facts.key(), queries.practice.key()];
    case 'settings-changed':
      return [queries.system.facts.key(), queries.outbox.key()];
    case 'power-changed':
    case 'storage-changed':
      return [queries.system.facts.key(), queries.selfService.health.key(), queries.practice.key()];
    case 'camera-changed':
      return [queries.practice.key()];
    case 'help-changed':
      return [queries.selfService.help.key()];
    case 'feedback-changed':
      return [queries.feedback.key()];
    case 'scanned':
    case 'scan-kind':
    case 'scan-failed':
      return [];
  }
}

/** Keeps what is on screen true: reads again whatever an event made stale. Returns how to stop. */
export function followEvents(link: StationLink, queries: StationQueries, cache: QueryClient): () => void {
  return link.onEvent((event) => {
    for (const queryKey of staleKeys(queries, event))
      cache.invalidateQueries({ queryKey }).catch(() => undefined);
  });
}

/**
 * Leaves nothing of what was read or sent. Each finished command is otherwise held for minutes by its own timer, with
 * everything a citizen had written in it.
 */
export function forgetAll(cache: QueryClient): void {
  for (const mutation of cache.getMutationCache().getAll()) mutation.destroy();
  cache.clear();
}
