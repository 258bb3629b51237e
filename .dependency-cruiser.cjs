/**
 * The walls of the house: which room may import what. A rule `from` a room forbids everything `to` does not allow.
 * Tests and their helpers may import what they test with.
 */
const TESTS = [String.raw`\.test\.ts$`, String.raw`\.test\.tsx$`, '/testing/', '/acceptance/'];
const rooms = [
  'contract',
  'renderer',
  'preload',
  'main',
  'station',
  'drivers',
  'central',
  'tests',
  'scripts',
];

/** Rooms of ours that each room may import besides itself. */
const mayImport = {
  contract: [],
  renderer: ['contract'],
  preload: ['contract'],
  main: ['contract'],
  station: ['contract', 'drivers'],
  drivers: [],
  central: ['contract'],
};

const roomRules = Object.entries(mayImport).map(([room, allowed]) => ({
  name: `${room}-imports-${allowed.join('-and-') || 'nothing-of-ours'}`,
  severity: 'error',
  from: { path: `^${room}/` },
  to: { path: `^(${rooms.filter((other) => other !== room && !allowed.includes(other)).join('|')})/` },
}));

/** A package that only one place may import. */
function owner(packageName, place) {
  return {
    name: `${packageName.replaceAll('/', '-')}-only-in-${place.source.replaceAll(/[^a-z]+/g, '-')}`,
    severity: 'error',
    from: { pathNot: [place.source, '^tests/', '^scripts/', ...TESTS] },
    to: { path: [`^${packageName}$`, `node_modules/${packageName}/`] },
  };
}

module.exports = {
  forbidden: [
    ...roomRules,
    owner('electron', /^(main|preload)\//),
    owner('better-sqlite3', /^station\/store\//),
    owner('node-hid', /^drivers\/transport\//),
    owner('usb', /^drivers\/transport\//),
    owner('react', /^renderer\//),
    {
      name: 'station-speaks-http-only-in-sync',
      severity: 'error',
      from: { path: '^station/', pathNot: ['^station/sync/', ...TESTS] },
      to: { path: '^(node:)?(http|https|http2|net|tls|undici)$' },
    },
    {
      name: 'contract-imports-only-schemas',
      severity: 'error',
      from: { path: '^contract/', pathNot: TESTS },
      to: { pathNot: '^contract/|node_modules/(zod|@orpc/contract)/' },
    },
    {
      name: 'faces-and-preload-run-in-a-sandbox',
      severity: 'error',
      from: { path: '^(renderer|preload)/', pathNot: TESTS },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'nothing-imports-tests-or-scripts',
      severity: 'error',
      from: { pathNot: '^(tests|scripts)/' },
      to: { path: '^(tests|scripts)/' },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'nothing-missing',
      severity: 'error',
      from: {},
      // Files asked for by address are found by the build, which fails without them.
      to: { couldNotResolve: true, pathNot: String.raw`\?url$` },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|out)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
      conditionNames: ['import', 'node', 'default'],
    },
  },
};
