import { createRateLimiter, type Rate, type Take } from './rate-limiter.ts';

export interface Limits {
  /** Requests of a station that has proved itself. */
  readonly station: Take;
  /** By address: proofs that did not hold. */
  readonly wrongProof: Take;
  /** By address: asking for a status. 32⁸ codes at this pace are some 70,000 years for one address. */
  readonly lookUp: Take;
  readonly signIn: Take;
  readonly enrol: Take;
}

export type Rates = Readonly<Record<keyof Limits, Rate>>;

export const DEFAULT_RATES: Rates = {
  /** A village line carries some ten requests a second; a queue of weeks behind a good line, a few hundred. */
  station: { burst: 3_000, perSecond: 300 },
  wrongProof: { burst: 30, perSecond: 1 },
  /** A clerk who looks up a family, and a village hall behind one address. */
  lookUp: { burst: 30, perSecond: 0.5 },
  /** A morning's sign-ins of one office behind one address. */
  signIn: { burst: 20, perSecond: 0.1 },
  enrol: { burst: 10, perSecond: 0.1 },
};

export function createLimits(rates: Rates, now: () => number): Limits {
  return {
    station: createRateLimiter(rates.station, now),
    wrongProof: createRateLimiter(rates.wrongProof, now),
    lookUp: createRateLimiter(rates.lookUp, now),
    signIn: createRateLimiter(rates.signIn, now),
    enrol: createRateLimiter(rates.enrol, now),
  };
}
