import { accessSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Catalog, catalogSchema } from '../../contract/domain/catalog.ts';
import { StoreOpenError } from '../store/store-error.ts';

const place = z.tuple([z.string(), z.string()]);

/** Codes and names of Kemendagri: provinces `18`, regencies `18.04`, districts `18.04.04`, villages `18.04.04.2005`. */
const regionFileSchema = z.object({
  legacyDistricts: z.array(z.string()),
  provinces: z.array(place),
  regencies: z.array(place),
  districts: z.array(place),
  villages: z.array(z.tuple([z.string(), z.string(), z.string().nullable()])),
});
export type RegionFile = z.infer<typeof regionFileSchema>;

const REGIONS = 'regions.json';

export interface Resources {
  readonly catalog: Catalog;
  /** Read and checked on each call: thousands of places take longer than a start has to spare. */
  readRegions(): RegionFile;
}

/** Reads what the application was installed with. Throws `StoreOpenError` `resources-missing`. */
export function readResources(folder: string): Resources {
  const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));
  try {
    accessSync(join(folder, REGIONS));
    return {
      catalog: catalogSchema.parse(read('catalog.json')),
      readRegions: () => regionFileSchema.parse(read(REGIONS)),
    };
  } catch (error) {
    throw new StoreOpenError('resources-missing', error);
  }
}
