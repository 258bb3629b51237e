import type { PacketContent } from '../../contract/central/packet.ts';
import type { Queries } from '../database/database.ts';

/**
 * Whether an application may be written: it is new, or newer than what the same station sent before. A tracking code or id
 * that belongs to another application is somebody else's.
 */
export type Place = 'new' | 'newer' | 'older' | 'taken';

interface Named {
  readonly name: string;
  readonly stationId: string;
  readonly applicationId: string;
  readonly revision: number;
}

/** One answer for each, in their order. No two of them may be of one application. */
export async function placesFor(queries: Queries, contents: readonly PacketContent[]): Promise<Place[]> {
  const rows = await queries.query(
    `SELECT d.name, d.station_id, d.application_id, a.revision FROM directory d
     LEFT JOIN applications a ON a.station_id = d.station_id AND a.id = d.application_id WHERE d.name = ANY($1)`,
    [contents.flatMap(namesOf)],
  );
  const known = new Map(rows.map((row) => [String(row.name), named(row)]));
  return contents.map((content) => placeAmong(known, content));
}

/** What the directory finds an application by. */
export function namesOf({ application }: PacketContent): [id: string, trackingCode: string] {
  return [application.id, application.trackingCode];
}

/** Packets in their order, in as few groups as it takes that no group has two of one application, or one packet twice. */
export function oneOfEach<Each>(all: readonly Each[], contentOf: (each: Each) => PacketContent): Each[][] {
  const groups: Each[][] = [];
  let seen = new Set<string>();
  for (const each of all) {
    const content = contentOf(each);
    const names = [...namesOf(content), content.packetId];
    if (groups.length === 0 || names.some((name) => seen.has(name))) {
      groups.push([]);
      seen = new Set();
    }
    groups.at(-1)?.push(each);
    for (const name of names) seen.add(name);
  }
  return groups;
}

function named(row: Record<string, unknown>): Named {
  return {
    name: String(row.name),
    stationId: String(row.station_id),
    applicationId: String(row.application_id),
    revision: Number(row.revision),
  };
}

function placeAmong(known: ReadonlyMap<string, Named>, content: PacketContent): Place {
  const { application, stationId } = content;
  const found = namesOf(content).flatMap((name) => known.get(name) ?? []);
  if (found.length === 0) return 'new';
  const ours = found.filter((each) => each.stationId === stationId && each.applicationId === application.id);
  const [one, other] = ours;
  if (one === undefined || other === undefined) return 'taken';
  return application.revision > one.revision ? 'newer' : 'older';
}
