import { applicationSchema } from '../../contract/domain/application.ts';
import type { Catalog } from '../../contract/domain/catalog.ts';
import type { Queries } from '../database/database.ts';

/** A mobile visit ("Eazy Passport") is for 30–50 people; more are the next visit. */
export const FEWEST_PEOPLE = 30;
export const MOST_PEOPLE = 50;

/** Until the applicant has been photographed by the office; what must be corrected first cannot come along. */
const BEFORE_VISIT: readonly string[] = ['received', 'document-check', 'scheduled'];
const TO_CORRECT = 'needs-correction';

/** What the leader's letter for a visit must state of each person. */
export interface CollectivePerson {
  readonly applicationId: string;
  readonly trackingCode: string;
  readonly fullName: string;
  /** `YYYY-MM-DD`, or empty. */
  readonly birthDate: string;
  readonly nik: string;
  readonly phone: string;
  readonly villageCode: string;
  readonly serviceKey: string;
  readonly productKey: string;
  readonly stageKey: string;
}

export interface CollectiveList {
  readonly people: readonly CollectivePerson[];
  /** Could come along too, but the list is full. */
  readonly waitingMore: number;
  readonly toCorrect: number;
}

/**
 * Who of a pekon or kecamatan can be served at one visit, who has waited longest first.
 * Lost and damaged passports are examined at the office and never come along (`mobileVisit` in the catalog).
 */
export async function listCollective(
  queries: Queries,
  catalog: Catalog,
  village: string,
): Promise<CollectiveList> {
  const services = catalog.services.filter(({ mobileVisit }) => mobileVisit === true).map(({ key }) => key);
  const here = `(a.village_code = $1 OR starts_with(a.village_code, $1 || '.')) AND a.service_key = ANY($2)`;
  const rows = await queries.query(
    `SELECT a.id, a.stage_key, p.content -> 'application' AS application
     FROM (SELECT * FROM applications a WHERE ${here} AND a.stage_key = ANY($3)
       ORDER BY a.first_received_at, a.id LIMIT ${MOST_PEOPLE}) a
     JOIN packets p ON p.station_id = a.station_id AND p.month = a.month AND p.packet_id = a.packet_id
     ORDER BY a.first_received_at, a.id`,
    [village, services, BEFORE_VISIT],
  );
  const [counts] = await queries.query(
    `SELECT count(*) FILTER (WHERE a.stage_key = ANY($3)) AS able, count(*) FILTER (WHERE a.stage_key = $4) AS correct
     FROM applications a WHERE ${here}`,
    [village, services, BEFORE_VISIT, TO_CORRECT],
  );
  return {
    people: rows.map((row) => readPerson(row.application, String(row.stage_key))),
    waitingMore: Number(counts?.able) - rows.length,
    toCorrect: Number(counts?.correct),
  };
}

function readPerson(document: unknown, stageKey: string): CollectivePerson {
  const { id, trackingCode, values, serviceKey, productKey } = applicationSchema.parse(document);
  const text = (key: string) => {
    const value = values[key];
    return typeof value === 'string' ? value : '';
  };
  return {
    applicationId: id,
    trackingCode,
    fullName: text('identity.fullName'),
    birthDate: text('identity.birthDate'),
    nik: text('identity.nik'),
    phone: text('contact.phone'),
    villageCode: text('address.village'),
    serviceKey,
    productKey,
    stageKey,
  };
}
