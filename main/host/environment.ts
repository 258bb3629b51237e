/**
 * Names a hosted process may inherit. Everything else stays behind: loader and interpreter switches such as
 * NODE_OPTIONS, NODE_PATH, LD_PRELOAD and ELECTRON_RUN_AS_NODE, proxies, and whatever secret a login shell holds.
 */
const inherited = new Set([
  'PATH',
  'HOME',
  'USER',
  'LANG',
  'LANGUAGE',
  'TZ',
  'TMPDIR',
  'TEMP',
  'TMP',
  'SystemRoot',
  'XDG_RUNTIME_DIR',
]);

/** The product's own variables, and the locale. */
const inheritedPrefixes = ['ANJUNGAN_', 'LC_'];

export function hostedEnvironment(environment: NodeJS.ProcessEnv): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(environment)) {
    if (value === undefined) continue;
    if (inherited.has(name) || inheritedPrefixes.some((prefix) => name.startsWith(prefix)))
      kept[name] = value;
  }
  return kept;
}
