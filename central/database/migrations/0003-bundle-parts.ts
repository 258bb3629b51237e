import type { Migration } from '../migrate.ts';

/** Bundles that are still arriving, part by part, where any copy of central finds them. */
export const bundleParts: Migration = {
  number: 3,
  statements: [
    `CREATE TABLE bundle_parts (
       station_id text NOT NULL, packet_id uuid NOT NULL, start bigint NOT NULL, bytes bytea NOT NULL,
       arrived_at bigint NOT NULL, PRIMARY KEY (station_id, packet_id, start))`,
    `CREATE INDEX bundle_parts_oldest ON bundle_parts (arrived_at)`,
  ],
};
