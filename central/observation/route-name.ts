/** Every path central answers, with what differs from request to request left out: logs and metrics must not hold a tracking code. */
const ROUTES: readonly (readonly [RegExp, string])[] = [
  [/^\/v1\/packets\/[^/]+\/bundle$/, '/v1/packets/:id/bundle'],
  [/^\/v1\/status\/[^/]+$/, '/v1/status/:code'],
  [/^\/v1\/applications\/[^/]+$/, '/v1/applications/:code'],
  [/^\/petugas\/permohonan\/[^/]+\/gambar\/[^/]+$/, '/petugas/permohonan/:id/gambar/:picture'],
  [/^\/petugas\/masukan\/[^/]+\/[^/]+$/, '/petugas/masukan/:station/:medium'],
  [/^\/petugas\/kiriman\/[^/]+\/[^/]+$/, '/petugas/kiriman/:station/:number'],
  [/^\/petugas\/permohonan\/[^/]+$/, '/petugas/permohonan/:id'],
  [
    /^\/(?:v1\/(?:health|enrolments|batches|changes|catalog|missing-packets|feedback)|openapi\.json|metrics|status|gaya\.css|huruf\.woff2|petugas(?:\/(?:masuk|keluar|kolektif|dasbor|kiriman|masukan))?)?$/,
    '',
  ],
];
const METHODS: readonly string[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** The route of a path, from a closed set; `other` for what central does not know. */
export function routeName(path: string): string {
  for (const [pattern, name] of ROUTES) if (pattern.test(path)) return name === '' ? path : name;
  return 'other';
}

export function methodName(method: string): string {
  return METHODS.includes(method) ? method : 'other';
}
