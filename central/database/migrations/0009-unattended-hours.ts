import type { Migration } from '../migrate.ts';

/** The office may also set when nobody is at a kiosk's counter. A part whose value is JSON's null is not the office's matter any more. */
export const unattendedHours: Migration = {
  number: 9,
  statements: [
    'ALTER TABLE station_settings DROP CONSTRAINT station_settings_part_check',
    `ALTER TABLE station_settings ADD CONSTRAINT station_settings_part_check
       CHECK (part IN ('name', 'paperWidth', 'sending', 'unattended'))`,
  ],
};
