import { createMiddleware } from 'hono/factory';
import type { Metrics } from './metrics.ts';
import { methodName, routeName } from './route-name.ts';

/** One answered request: no address, no path as it was asked, no header. */
export interface RequestRecord {
  readonly method: string;
  readonly route: string;
  readonly status: number;
  readonly milliseconds: number;
}

/** Measures and tells every request. */
export function observe(metrics: Metrics, onRequest: (record: RequestRecord) => void) {
  return createMiddleware(async (context, next) => {
    const begun = performance.now();
    metrics.running.inc();
    try {
      await next();
    } finally {
      metrics.running.dec();
      const method = methodName(context.req.method);
      const route = routeName(context.req.path);
      const { status } = context.res;
      const milliseconds = Math.round(performance.now() - begun);
      metrics.request({ method, route, status, seconds: milliseconds / 1_000 });
      onRequest({ method, route, status, milliseconds });
    }
  });
}
