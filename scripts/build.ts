import { cpSync, existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { build, type InlineConfig } from 'vite';
import { askForFormsByKind } from './build-plugins/ask-for-forms-by-kind.ts';
import { preloadFirstScreen } from './build-plugins/preload-first-screen.ts';
import { generateGuideClips } from './speech/guide-clips.ts';
import { generateQueueClips } from './speech/queue-clips.ts';

const root = resolve(import.meta.dirname, '..');
const dist = join(root, 'dist');

/** Native or self-locating packages stay outside the bundles; the rest goes in, so that a start reads few files. */
const external = [
  'electron',
  'better-sqlite3',
  'node-hid',
  'usb',
  '@node-rs/argon2',
  '@napi-rs/canvas',
  '@electric-sql/pglite',
  '@cornerstonejs/codec-openjpeg',
  'dejavu-fonts-ttf',
  /^node:/,
];

const common: InlineConfig = { root, configFile: false, logLevel: 'warn', publicDir: false };

function processBundle(room: string, entry: string, format: 'es' | 'cjs'): InlineConfig {
  const extension = format === 'cjs' ? 'cjs' : 'js';
  return {
    ...common,
    plugins: room === 'station' ? [askForFormsByKind()] : [],
    ssr: { noExternal: true, external: external.filter((name) => typeof name === 'string') },
    build: {
      ssr: join(root, room, `${entry}.ts`),
      outDir: join(dist, room),
      emptyOutDir: true,
      target: 'node20',
      sourcemap: true,
      minify: false,
      rolldownOptions: { external, output: { format, entryFileNames: `[name].${extension}` } },
    },
  };
}

const LETTERS = 'plus-jakarta-sans-latin-wght-normal';

/** What the counter's first script asks for while it waits for the station. */
const COUNTER_DRAWING = 'open-counter';

function facesBundle(): InlineConfig {
  const folder = join(root, 'renderer');
  const pages = readdirSync(folder).filter((name) => name.endsWith('.html'));
  return {
    ...common,
    root: folder,
    base: './',
    plugins: [react(), preloadFirstScreen(LETTERS, COUNTER_DRAWING)],
    /** A text is read faster than the same thing written as a program. */
    json: { stringify: true },
    worker: {
      format: 'es',
      /** In a folder of their own, because their policy is one of its own. */
      rolldownOptions: { output: { entryFileNames: 'workers/[name]-[hash].js' } },
    },
    build: {
      outDir: join(dist, 'renderer'),
      emptyOutDir: true,
      target: 'chrome130',
      sourcemap: true,
      modulePreload: { polyfill: false },
      /** Small pictures as data: addresses are allowed, but fonts are not: the policy names their origin. */
      assetsInlineLimit: 0,
      /** What most faces share, read from the disk beside it; the line is never asked for it. */
      chunkSizeWarningLimit: 700,
      /** Each file is one more question to the shell while it starts: what most faces share is one script, one sheet. */
      cssCodeSplit: false,
      rolldownOptions: {
        input: pages.map((page) => join(folder, page)),
        output: {
          codeSplitting: {
            groups: [
              /** Not wanted by the first screens. */
              { name: 'schemas', test: /node_modules[\\/]zod[\\/]/, priority: 3 },
              /** The way to the station, which is asked before anything is drawn. */
              {
                name: 'link',
                test: /@orpc[\\/]|[\\/]query-core[\\/]|contract[\\/]shell[\\/]|renderer[\\/]system[\\/](station-link|port-connection|query|errors|wait-at-most)\.ts|preload-helper|rolldown[\\/]runtime/,
                priority: 2,
                includeDependenciesRecursively: false,
              },
              /** All that draws the counter's first screen, most of which every face needs. */
              { name: 'base', test: /counter[\\/]open-counter\.tsx$/, priority: 1 },
              { name: 'shared', minShareCount: 4 },
            ],
          },
        },
      },
    },
  };
}

const bundles = [
  processBundle('main', 'main', 'es'),
  processBundle('preload', 'preload', 'cjs'),
  processBundle('station', 'station', 'es'),
  processBundle('central', 'central', 'es'),
  facesBundle(),
];
await Promise.all(bundles.map((bundle) => build(bundle)));

const speaking = [generateQueueClips(join(dist, 'renderer')), generateGuideClips(join(dist, 'renderer'))];
if (!speaking.every(Boolean))
  process.stderr.write('espeak-ng is not installed: this build calls numbers with a chime and no words\n');

const catalog = join(root, 'central', 'catalog');
for (const name of readdirSync(catalog)) {
  if (name.endsWith('.json')) cpSync(join(catalog, name), join(dist, 'resources', 'catalog', name));
}
const letters = `${LETTERS}.woff2`;
cpSync(
  join(root, 'node_modules', '@fontsource-variable', 'plus-jakarta-sans', 'files', letters),
  join(dist, 'resources', 'catalog', letters),
);
if (!existsSync(join(dist, 'main', 'main.js'))) throw new Error('the build left no dist/main/main.js');
