const SCRIPTS = "script-src 'self'";

/**
 * What a page may do, told with every page. No inline, no eval, nothing remote. `sandbox` without popups, modals,
 * downloads and top navigation makes the engine itself refuse print dialogs, alerts, new windows and downloads;
 * forms are allowed because React's submit handlers need the event, and `form-action` still refuses to send one.
 */
const policy = [
  "default-src 'none'",
  SCRIPTS,
  // Captured pictures are held as blobs.
  "img-src 'self' blob: data:",
  "font-src 'self'",
  "media-src 'self' blob:",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'none'",
  "frame-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  'sandbox allow-scripts allow-same-origin allow-forms',
];

/**
 * Where the build puts workers: their scripts alone may compile WebAssembly. A worker has the policy it is served with
 * (CSP level 3 §4.2.2), so the pages stay without.
 */
export const WORKER_FOLDER = 'workers';

/** @param styleNonce lets the libraries of the page that holds it, and nobody else, add a style element */
export function contentSecurityPolicy(styleNonce: string | null): string {
  const styles = styleNonce === null ? "style-src 'self'" : `style-src 'self' 'nonce-${styleNonce}'`;
  return [...policy, styles].join('; ');
}

export function workerSecurityPolicy(): string {
  return policy
    .map((directive) => (directive === SCRIPTS ? `${SCRIPTS} 'wasm-unsafe-eval'` : directive))
    .join('; ');
}

const FORBIDDEN = [
  'accelerometer',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'midi',
  'payment',
  'screen-wake-lock',
  'serial',
  'usb',
  'window-management',
  'xr-spatial-tracking',
].map((feature) => `${feature}=()`);

/**
 * Camera, and sound without a touch, for our own pages; every other powerful feature for nobody.
 * @param microphone for the page on which a citizen may speak a complaint
 */
export function permissionsPolicy({ microphone }: { microphone: boolean }): string {
  const heard = microphone ? 'microphone=(self)' : 'microphone=()';
  return ['camera=(self)', 'autoplay=(self)', heard, ...FORBIDDEN].join(', ');
}
