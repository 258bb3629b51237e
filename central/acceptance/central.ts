import type { OpenDatabase } from '../testing/open-database.ts';
import { describeCarryPages } from './carry-pages.ts';
import { describeCollectiveAndDashboard } from './collective-and-dashboard.ts';
import { describeComplaintMedia } from './complaint-media.ts';
import { describeDownlink } from './downlink.ts';
import { describeFeedback } from './feedback.ts';
import { describeHandCarry } from './hand-carry.ts';
import { describeOfficerPages } from './officer-pages.ts';
import { describeOperation } from './operation.ts';
import { describePackets } from './packets.ts';
import { describePublicPages } from './public-pages.ts';
import { describeRevocation } from './revocation.ts';
import { describeSchema } from './schema.ts';

/** Everything central promises, over whichever database. */
export function describeCentral(openDatabase: OpenDatabase): void {
  describeSchema(openDatabase);
  describePackets(openDatabase);
  describeDownlink(openDatabase);
  describeHandCarry(openDatabase);
  describeCarryPages(openDatabase);
  describeRevocation(openDatabase);
  describeFeedback(openDatabase);
  describeComplaintMedia(openDatabase);
  describeOfficerPages(openDatabase);
  describePublicPages(openDatabase);
  describeCollectiveAndDashboard(openDatabase);
  describeOperation(openDatabase);
}
