/**
 * Tells a scanner that types its codes from a person at the keyboard, by the time between keys alone. Pure; times are in
 * milliseconds of one clock.
 */

export type WedgeEvent =
  | { readonly kind: 'character'; readonly character: string; readonly at: number }
  /** Enter or Tab. */
  | { readonly kind: 'end'; readonly at: number }
  /** Any other key, a key held down, or a shortcut. */
  | { readonly kind: 'other'; readonly at: number }
  /** No key for as long as `quietAfter` of the state says. */
  | { readonly kind: 'quiet' };

/**
 * ```
 *           character            as fast a sixth time
 *  quiet ─────────────▶ watching ─────────────────────▶ burst ◀─────────────┐ MRZ character
 *    ▲                     │ slower: begins anew          │ │ end, first     │
 *    │ other key, end      │                              │ │ MRZ line       │
 *    ├─────────────────────┘                              │ └─────▶ between-lines
 *    │                             end key: scan          ▼              │ quiet: scan
 *    └──────────── ended ◀──────────────────────── quiet: scan ◀─────────┘
 * ```
 * While watching, characters land where they are typed. With the sixth it is a scanner: what landed is taken back, and
 * nothing of the burst lands any more.
 */
export type WedgeState =
  | { readonly name: 'quiet' }
  | { readonly name: 'watching'; readonly text: string; readonly at: number }
  | { readonly name: 'burst'; readonly text: string; readonly at: number }
  | { readonly name: 'between-lines'; readonly text: string; readonly at: number }
  /** A burst just ended by a key; some scanners send a second one. */
  | { readonly name: 'ended'; readonly at: number };

export interface WedgeStep {
  readonly state: WedgeState;
  /** The key must not reach the page. */
  readonly swallow: boolean;
  /** What landed since watching began must be taken back. */
  readonly takeBack: boolean;
  /** A whole code; lines of a passport are joined by a line feed. */
  readonly scan: string | null;
}

/**
 * Scanners type a key every 2 to 30 ms. A person rolls two or three keys within 35 ms now and then, but not six in a row:
 * a sustained 35 ms a key would be 340 words a minute.
 */
export const FAST_MS = 35;
/** Characters in a row, each that fast, that no person types; also the shortest code that is recognised. */
export const ENOUGH = 6;
/** Within a burst the computer may be late with a key. */
export const BURST_QUIET_MS = 100;
/** A swipe reader sends the second line of a passport right after the first; it rests to read its track. */
export const LINE_QUIET_MS = 200;
/** The largest QR symbol holds 4,296 characters (ISO/IEC 18004, table 7). */
const LONGEST = 4_296;
/** Characters of one line of a passport's machine-readable zone (ICAO Doc 9303-4, 4.2). */
const MRZ_LINE = /^[A-Z0-9<]{44}$/i;
const MRZ_CHARACTER = /^[A-Z0-9<]$/i;

const QUIET: WedgeState = { name: 'quiet' };

/** How long to wait for the next key before telling the machine it is quiet; null when nothing hangs on it. */
export function quietAfter(state: WedgeState): number | null {
  if (state.name === 'burst') return BURST_QUIET_MS;
  return state.name === 'between-lines' ? LINE_QUIET_MS : null;
}

export function nextWedge(state: WedgeState, event: WedgeEvent): WedgeStep {
  switch (state.name) {
    case 'quiet':
      return begin(event);
    case 'watching':
      return watch(state, event);
    case 'burst':
      return follow(state, event);
    case 'between-lines':
      return betweenLines(state, event);
    case 'ended':
      if (event.kind === 'end' && event.at - state.at <= FAST_MS) return step(state, { swallow: true });
      return begin(event);
  }
}

function begin(event: WedgeEvent): WedgeStep {
  if (event.kind !== 'character') return step(QUIET);
  return step({ name: 'watching', text: event.character, at: event.at });
}

function watch(state: WedgeState & { name: 'watching' }, event: WedgeEvent): WedgeStep {
  if (event.kind !== 'character' || event.at - state.at > FAST_MS) return begin(event);
  const text = state.text + event.character;
  if (text.length < ENOUGH) return step({ name: 'watching', text, at: event.at });
  return step({ name: 'burst', text, at: event.at }, { swallow: true, takeBack: true });
}

function follow(state: WedgeState & { name: 'burst' }, event: WedgeEvent): WedgeStep {
  if (event.kind === 'quiet') return step(QUIET, { scan: state.text });
  if (event.at - state.at > BURST_QUIET_MS) return { ...begin(event), scan: state.text };
  if (event.kind === 'end') {
    if (MRZ_LINE.test(state.text))
      return step({ ...state, name: 'between-lines', at: event.at }, { swallow: true });
    return step({ name: 'ended', at: event.at }, { swallow: true, scan: state.text });
  }
  const added = event.kind === 'character' ? event.character : '';
  const text = (state.text + added).slice(0, LONGEST);
  return step({ name: 'burst', text, at: event.at }, { swallow: true });
}

function betweenLines(state: WedgeState & { name: 'between-lines' }, event: WedgeEvent): WedgeStep {
  if (event.kind === 'quiet') return step(QUIET, { scan: state.text });
  const isSoon = event.at - state.at <= LINE_QUIET_MS;
  if (event.kind === 'end' && event.at - state.at <= FAST_MS) return step(state, { swallow: true });
  if (!isSoon || event.kind !== 'character' || !MRZ_CHARACTER.test(event.character)) {
    return { ...begin(event), scan: state.text };
  }
  const text = `${state.text}\n${event.character}`;
  return step({ name: 'burst', text, at: event.at }, { swallow: true });
}

function step(
  state: WedgeState,
  { swallow = false, takeBack = false, scan = null }: Partial<Omit<WedgeStep, 'state'>> = {},
): WedgeStep {
  return { state, swallow, takeBack, scan };
}
