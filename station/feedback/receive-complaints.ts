import type { ComplaintStatus } from '../../contract/central/downlink.ts';
import type { WritableDatabase } from '../store/database.ts';
import { setOfficeReply } from '../store/tables/feedback.ts';

/** Takes what the office said of complaints, inside the caller's transaction. Publish `feedback-changed` after the commit. */
export function receiveComplaints(database: WritableDatabase, told: readonly ComplaintStatus[]): void {
  for (const { id, ...reply } of told) setOfficeReply(database, id, reply);
}
