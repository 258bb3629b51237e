import { cpSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const pages = fileURLToPath(new URL('./shell-program', import.meta.url));

/** Bundles one module for a Node of this project. @returns path of the built file */
export async function bundleModule(entry: string, file: string, format: 'es' | 'cjs'): Promise<string> {
  const slash = file.lastIndexOf('/');
  await build({
    configFile: false,
    logLevel: 'error',
    root,
    ssr: { noExternal: true, external: ['electron'] },
    build: {
      ssr: join(root, entry),
      outDir: file.slice(0, slash),
      emptyOutDir: false,
      target: 'node20',
      rolldownOptions: { output: { format, entryFileNames: file.slice(slash + 1) } },
    },
  });
  return file;
}

/** A built program for the real shell whose station echoes and whose faces only record. @returns its folder */
export async function buildShellProgram(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'anjungan-shell-program-'));
  await bundleModule('main/testing/echo-station.ts', `${folder}/station/station.js`, 'es');
  await bundleModule('main/testing/echo-central.ts', `${folder}/central/central.js`, 'es');
  await bundleModule('preload/preload.ts', `${folder}/preload/preload.cjs`, 'cjs');
  for (const face of ['counter', 'practice-tray']) {
    cpSync(join(pages, 'face.html'), join(folder, 'renderer', `${face}.html`), { recursive: true });
  }
  cpSync(join(pages, 'face.js'), join(folder, 'renderer', 'face.js'));
  mkdirSync(join(folder, 'resources', 'catalog'), { recursive: true });
  cpSync(join(root, 'package.json'), join(folder, 'package.json'));
  return folder;
}
