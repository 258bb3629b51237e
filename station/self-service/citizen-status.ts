import type { CalendarDate, Instant } from '../../contract/domain/identifiers.ts';
import type { CitizenStatus } from '../../contract/station/self-service.ts';
import { type Catalogs, findService } from '../catalog/catalogs.ts';
import { dayInWib, startOfDayInWib } from '../clock/calendar.ts';
import { appointmentOf } from '../registration/appointment.ts';
import { readRemarks, readValues } from '../registration/open-draft.ts';
import { textOf } from '../registration/rules/subject.ts';
import type { ReadableDatabase } from '../store/database.ts';
import { applicationIdOf, readApplication } from '../store/tables/applications.ts';
import { readDownlink } from '../store/tables/central.ts';

/** Stage in which the passport lies ready; every catalog has it. */
const READY_STAGE = 'ready';
/** Calendar days to collect it (Permenkumham 18/2022); after them the passport is cancelled. */
const COLLECT_DAYS = 30;
const DAY_MILLISECONDS = 24 * 60 * 60_000;
const PRODUCT = 'product.key';

/** What the holder of a receipt may know; null when this station did not give the code. */
export function readCitizenStatus(
  database: ReadableDatabase,
  catalogs: Catalogs,
  code: string,
  confirmedAt: (applicationId: string) => Instant | null,
): (CitizenStatus & { applicationId: string }) | null {
  const applicationId = applicationIdOf(database, code);
  const row = applicationId === null ? null : readApplication(database, applicationId);
  if (!row) return null;
  const service = findService(catalogs.current().catalog, row.serviceKey);
  const productKey = textOf(readValues(row.values), PRODUCT);
  const product = service?.products.find(({ key }) => key === productKey);
  const remarked = Object.keys(readRemarks(row.fieldRemarks));
  const fields = service?.steps.flatMap((step) => step.fields) ?? [];
  const remarkedFields = remarked.flatMap((key) => {
    const name =
      fields.find((field) => field.key === key)?.label ??
      service?.requirements.find((each) => each.pages.some((page) => page.key === key))?.name;
    return name ? [name] : [];
  });
  return {
    applicationId: row.id,
    trackingCode: code,
    initials: initialsOf(row.maskedName),
    serviceKey: row.serviceKey,
    product: product ? { name: product.name, fee: product.fee } : null,
    stageKey: row.stageKey,
    since: row.stageSince,
    remark: row.remark,
    remarkedFields,
    appointment: appointmentOf(row),
    collectBefore: row.stageKey === READY_STAGE ? endOfCollecting(dayInWib(row.stageSince)) : null,
    heardAt: latest(readDownlink(database)?.receivedAt ?? null, confirmedAt(row.id)),
  };
}

function latest(one: Instant | null, other: Instant | null): Instant | null {
  return one === null || other === null ? (one ?? other) : Math.max(one, other);
}

/** `S*** A***` as `S. A.`. */
export function initialsOf(maskedName: string): string {
  return maskedName
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => `${word.charAt(0)}.`)
    .join(' ');
}

/** The last day is collected on: the deadline is the end of it. */
function endOfCollecting(since: CalendarDate): number {
  return startOfDayInWib(since) + (COLLECT_DAYS + 1) * DAY_MILLISECONDS - 1;
}
