import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** From a health check to a bundle over a slow line. */
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 120];

export interface Metrics {
  readonly request: (request: { method: string; route: string; status: number; seconds: number }) => void;
  readonly packet: (outcome: string, reason: string) => void;
  /** A file that came by hand; `reason` is empty unless it was refused. */
  readonly carriedFile: (outcome: string, reason: string) => void;
  readonly bundleBytes: (count: number) => void;
  readonly running: { inc(): void; dec(): void };
  /** Prometheus text format 0.0.4. */
  readonly text: () => Promise<string>;
  readonly contentType: string;
}

/** Of every file that is kept, whichever copy or command received it. */
export interface CarriedSums {
  readonly acknowledged: number;
  readonly rejected: number;
}

/** What one copy of central counts since it started, and of carried packets what all have. Labels come from closed sets, so that memory is bounded; none names a person. */
export function createMetrics(carriedSums: () => Promise<CarriedSums>): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const requests = new Histogram({
    name: 'central_request_seconds',
    help: 'Time from a request to its answer',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: SECONDS,
    registers,
  });
  const packets = new Counter({
    name: 'central_packets_total',
    help: 'Answers to packet cores and bundles',
    labelNames: ['outcome', 'reason'] as const,
    registers,
  });
  const carried = new Counter({
    name: 'central_carried_files_total',
    help: 'Files received by this copy that came by hand, by outcome',
    labelNames: ['outcome', 'reason'] as const,
    registers,
  });
  for (const kind of ['acknowledged', 'rejected'] as const) {
    new Gauge({
      name: `central_carried_packets_${kind}`,
      help: `Packets of files that came by hand which were ${kind}, over all copies and commands`,
      registers,
      async collect() {
        this.set((await carriedSums())[kind]);
      },
    });
  }
  const bytes = new Counter({
    name: 'central_bundle_bytes_total',
    help: 'Bytes of bundles received',
    registers,
  });
  const running = new Gauge({ name: 'central_requests_running', help: 'Requests being answered', registers });
  return {
    request: ({ method, route, status, seconds }) => {
      requests.observe({ method, route, status: String(status) }, seconds);
    },
    packet: (outcome, reason) => packets.inc({ outcome, reason }),
    carriedFile: (outcome, reason) => carried.inc({ outcome, reason }),
    bundleBytes: (count) => bytes.inc(count),
    running,
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
