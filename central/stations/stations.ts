import { decodeJwt } from 'jose';
import { type PublicKey, publicKeySchema } from '../../contract/central/enrolment.ts';
import type { Queries, Row } from '../database/database.ts';
import type { Bearer, ProvedTokens } from './proved-tokens.ts';

export interface Station {
  readonly id: string;
  readonly name: string;
  readonly signingKey: PublicKey;
  /** Since when nothing of it is taken any more; null while it is one of ours. */
  readonly revokedAt: number | null;
}

const COLUMNS = 'id, name, signing_key, revoked_at';

function toStation(row: Row): Station {
  return {
    id: String(row.id),
    name: String(row.name),
    signingKey: publicKeySchema.parse(row.signing_key),
    revokedAt: row.revoked_at === null ? null : Number(row.revoked_at),
  };
}

export async function findStation(queries: Queries, id: string): Promise<Station | null> {
  const [row] = await queries.query(`SELECT ${COLUMNS} FROM stations WHERE id = $1`, [id]);
  return row ? toStation(row) : null;
}

/** By its id, or by its name where only one has it. Throws `RangeError`. */
export async function findStationNamed(queries: Queries, name: string | undefined): Promise<Station> {
  if (!name) throw new RangeError('--station needs the id or name of a kiosk');
  const stations = await allStations(queries);
  const byId = stations.find(({ id }) => id === name);
  if (byId) return byId;
  const [station, ...others] = stations.filter((each) => each.name === name);
  if (!station) throw new RangeError(`--station: no such kiosk: ${name}`);
  if (others.length > 0)
    throw new RangeError(`--station: several kiosks have this name, give the id: ${name}`);
  return station;
}

/** Every station that was enrolled, the revoked ones too: one for each pekon of a district, or a few hundred. */
export async function allStations(queries: Queries): Promise<Station[]> {
  const rows = await queries.query(`SELECT ${COLUMNS} FROM stations ORDER BY id`);
  return rows.map(toStation);
}

/** Kemendagri code of the pekon it stands in; null when the office did not say. */
export async function villageOfStation(queries: Queries, id: string): Promise<string | null> {
  const [row] = await queries.query('SELECT village_code FROM stations WHERE id = $1', [id]);
  return typeof row?.village_code === 'string' ? row.village_code : null;
}

/** A station that has proved itself. */
export interface CallingStation extends Station, Bearer {}

/** The station whose key signed this `Authorization` header, or null. */
export async function authenticateStation(
  queries: Queries,
  tokens: ProvedTokens,
  header: string | undefined,
): Promise<CallingStation | null> {
  const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(header ?? '')?.[1];
  if (token === undefined || token.length > 2_000) return null;
  try {
    const { stationId } = decodeJwt<{ stationId?: unknown }>(token);
    if (typeof stationId !== 'string') return null;
    const station = await findStation(queries, stationId);
    if (!station) return null;
    return { ...station, ...(await tokens.prove(token, station.signingKey)) };
  } catch {
    return null;
  }
}
