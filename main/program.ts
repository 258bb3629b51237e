import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The built pieces the shell starts or shows. All paths are absolute. */
export interface ProgramFiles {
  readonly preload: string;
  readonly station: string;
  readonly central: string;
  readonly renderer: string;
  readonly resources: string;
}

/**
 * @param distFolder folder of the build. In a packaged application everything native or read by plain file access lies
 * unpacked beside the archive; files there are preferred.
 */
export function findProgramFiles(distFolder: string): ProgramFiles {
  const unpacked = distFolder.replace(/\.asar(?=[\\/])/, '.asar.unpacked');
  function choose(...path: string[]): string {
    const outside = join(unpacked, ...path);
    return unpacked !== distFolder && existsSync(outside) ? outside : join(distFolder, ...path);
  }
  return {
    preload: join(distFolder, 'preload', 'preload.cjs'),
    station: choose('station', 'station.js'),
    central: choose('central', 'central.js'),
    renderer: join(distFolder, 'renderer'),
    resources: choose('resources', 'catalog'),
  };
}
