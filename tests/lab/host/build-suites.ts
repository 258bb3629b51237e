import { join } from 'node:path';
import { build, type Plugin } from 'vite';
import type { LabSuite } from '../suites.ts';

/** Native or self-locating packages, and vitest's `expect`, stay outside; the rest is read in a few files. */
const external = ['usb', 'node-hid', '@napi-rs/canvas', 'dejavu-fonts-ttf', 'vitest', 'fast-check'];

/** Translates the guest's runner and the suites once, on this machine, where it takes no time. */
export async function buildSuites(root: string, outDir: string, suites: readonly LabSuite[]): Promise<void> {
  const lab = join(root, 'tests', 'lab');
  const guest = join(lab, 'guest');
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    plugins: [standIn('vitest', join(guest, 'collect-tests.ts'))],
    ssr: { noExternal: true, external },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      target: 'node24',
      sourcemap: true,
      minify: false,
      rolldownOptions: {
        external: [/^node:/],
        input: Object.fromEntries([
          ['guest', join(guest, 'guest.ts')],
          ['run-suite', join(guest, 'run-suite.ts')],
          ...suites.map((suite) => [suite.name, join(lab, suite.file)]),
        ]),
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'shared/[name].js' },
      },
    },
  });
}

/** Whoever imports the package gets the file, which alone gets the package. */
function standIn(name: string, file: string): Plugin {
  return {
    name: `stand-in-for-${name}`,
    enforce: 'pre',
    resolveId(source, importer) {
      if (external.includes(source) && (source !== name || importer === file))
        return { id: source, external: true };
      return source === name ? file : null;
    },
  };
}
