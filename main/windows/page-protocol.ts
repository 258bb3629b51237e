import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import { type ProtocolRequest, type ProtocolResponse, protocol, type Session } from 'electron';
import {
  contentSecurityPolicy,
  permissionsPolicy,
  WORKER_FOLDER,
  workerSecurityPolicy,
} from './content-security-policy.ts';
import { PAGE_SCHEME, pageFile, SPEAKING_PAGE } from './page-path.ts';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
  '.wav': 'audio/wav',
};

const headers = {
  'Permissions-Policy': permissionsPolicy({ microphone: false }),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/** Must be called before Electron is ready. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: PAGE_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/**
 * Serves the files of `folder`, and only those, to pages of `session`. By the older call of the two: `protocol.handle`
 * wraps each answer in a web stream, and loading and running that took a twentieth of a start.
 */
export function servePages(session: Session, folder: string): void {
  session.protocol.registerBufferProtocol(PAGE_SCHEME, (request, answer) => {
    answer(answerTo(request, folder));
  });
}

/** Read at once: a file of ours is small and mostly in the system's cache, and each way to another thread and back costs more. */
function answerTo(request: ProtocolRequest, folder: string): ProtocolResponse {
  const file = request.method === 'GET' ? pageFile(folder, request.url) : undefined;
  const extension = file === undefined ? '' : extname(file);
  const contentType = contentTypes[extension];
  if (file === undefined || contentType === undefined) return missing();
  try {
    const bytes = readFileSync(file);
    if (extension === '.html') return page(bytes.toString('utf8'), file.endsWith(SPEAKING_PAGE));
    const isWorker = file.startsWith(join(folder, WORKER_FOLDER) + sep);
    return part(bytes, contentType, isWorker ? workerSecurityPolicy() : contentSecurityPolicy(null));
  } catch {
    return missing();
  }
}

/** A page with a fresh nonce for styles, where React Aria and its like look for it. */
function page(html: string, microphone: boolean): ProtocolResponse {
  const nonce = randomBytes(16).toString('base64url');
  const body = html.replace('<head>', `<head><meta property="csp-nonce" nonce="${nonce}" />`);
  const answer = part(Buffer.from(body), 'text/html; charset=utf-8', contentSecurityPolicy(nonce));
  return {
    ...answer,
    headers: { ...answer.headers, 'Permissions-Policy': permissionsPolicy({ microphone }) },
  };
}

function part(data: Buffer, contentType: string, policy: string): ProtocolResponse {
  return { data, headers: { ...headers, 'Content-Type': contentType, 'Content-Security-Policy': policy } };
}

function missing(): ProtocolResponse {
  return { statusCode: 404, data: Buffer.alloc(0), headers };
}
