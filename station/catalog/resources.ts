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

/** All that a start wants of a catalog which the station has had since its first. */
const versionSchema = z.object({ version: catalogSchema.shape.version });

export interface Resources {
  readonly catalogVersion: number;
  /** Checked on each call, which takes longer than a start has to spare. Throws `StoreOpenError` `resources-missing`. */
  readCatalog(): Catalog;
  /** Read and checked on each call: thousands of places take longer than a start has to spare. */
  readRegions(): RegionFile;
}

/** Reads what the application was installed with. Throws `StoreOpenError` `resources-missing`. */
export function readResources(folder: string): Resources {
  const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));
  function orMissing<Part>(part: () => Part): Part {
    try {
      return part();
    } catch (error) {
      throw new StoreOpenError('resources-missing', error);
    }
  }
  return orMissing(() => {
    accessSync(join(folder, REGIONS));
    const catalog = read('catalog.json');
    return {
      catalogVersion: versionSchema.parse(catalog).version,
      readCatalog: () => orMissing(() => catalogSchema.parse(catalog)),
      readRegions: () => regionFileSchema.parse(read(REGIONS)),
    };
  });
}
