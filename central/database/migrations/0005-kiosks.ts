import type { Migration } from '../migrate.ts';

/** Who may sign in at a kiosk, and what the office set for it. Versions are told to the kiosk by its cursor. */
export const kiosks: Migration = {
  number: 5,
  statements: [
    `CREATE TABLE kiosk_officers (
       station_id text NOT NULL REFERENCES stations, id uuid NOT NULL, name text NOT NULL,
       role text NOT NULL CHECK (role IN ('officer', 'supervisor', 'technician')), pin_hash text NOT NULL,
       added_at bigint NOT NULL, revoked_at bigint, version bigint NOT NULL, PRIMARY KEY (station_id, id))`,
    `CREATE TABLE station_settings (
       station_id text NOT NULL REFERENCES stations, part text NOT NULL CHECK (part IN ('name', 'paperWidth', 'sending')),
       value jsonb NOT NULL, version bigint NOT NULL, PRIMARY KEY (station_id, part))`,
  ],
};
