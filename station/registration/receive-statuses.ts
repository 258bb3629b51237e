import type { ApplicationStatus } from '../../contract/domain/application-status.ts';
import type { WritableDatabase } from '../store/database.ts';
import { setStatus } from '../store/tables/applications.ts';
import { RETURNED_STAGE } from './stages.ts';

/**
 * Writes what central says of this station's applications, inside the caller's transaction; those it does not know are
 * passed over. Publish `applications-changed` after the commit.
 */
export function receiveStatuses(database: WritableDatabase, statuses: readonly ApplicationStatus[]): void {
  for (const status of statuses) setStatus(database, status, status.stageKey === RETURNED_STAGE);
}
