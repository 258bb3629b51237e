/** The moving ring of one-switch scanning: group by group, then item by item in the group that was chosen. Pure. */

export interface Place {
  readonly group: number;
  readonly item: number;
}

/** `sizes` tells how many items each group holds: no size is 0, and there is at least one. */
export type ScanState =
  | { readonly name: 'empty' }
  | {
      readonly name: 'groups';
      readonly sizes: readonly number[];
      readonly group: number;
      readonly rounds: number;
    }
  | ({ readonly name: 'items'; readonly sizes: readonly number[]; readonly rounds: number } & Place)
  | { readonly name: 'resting'; readonly sizes: readonly number[] }
  | { readonly name: 'paused'; readonly still: MovingState };
export type MovingState = Exclude<ScanState, { name: 'paused' }>;

export type ScanEvent =
  /** The ring has stood long enough. */
  | { readonly kind: 'tick' }
  /** @param stays the ring does not begin again after the choice: it may be wanted once more */
  | { readonly kind: 'press'; readonly stays: boolean }
  /** Other things can be chosen now. @param kept where what the ring is at stands now; null when it is gone */
  | { readonly kind: 'shape'; readonly sizes: readonly number[]; readonly kept: Place | null }
  /** Something is being said or worked at. */
  | { readonly kind: 'pause' }
  | { readonly kind: 'resume' };

export interface ScanStep {
  readonly state: ScanState;
  readonly chosen: Place | null;
}

/** Twice may be missed, and a third time; after that nobody is at the switch. */
export const ROUNDS_BEFORE_REST = 3;
/** A group entered by mistake is left by waiting; an item that was missed comes once more. */
export const ROUNDS_IN_GROUP = 2;

export const NO_CHOICE: ScanState = { name: 'empty' };

/**
 * ```
 *            press, several items            press: chosen ─▶ first place again
 *  groups ─────────────────────────▶ items ─────────────────────────────────────
 *    │ ▲                               │ two rounds ─▶ next group
 *    │ └──────── press ──── resting    │ (one group alone: three rounds ─▶ resting)
 *    └ three rounds ───────────▲       ▼
 * ```
 * With one group alone its items are gone through at once. `paused` keeps the place and takes no press.
 */
export function nextScan(state: ScanState, event: ScanEvent): ScanStep {
  if (state.name === 'paused') return { state: nextPaused(state, event), chosen: null };
  switch (event.kind) {
    case 'tick':
      return { state: onward(state), chosen: null };
    case 'press':
      return press(state, event.stays);
    case 'shape':
      return { state: reshape(state, event.sizes, event.kept), chosen: null };
    case 'pause':
      return { state: { name: 'paused', still: state }, chosen: null };
    case 'resume':
      return { state, chosen: null };
  }
}

/** Is the ring at the first thing of a screen, or at the first of a group just entered? It then stands longer. */
export function isFirst(state: ScanState): boolean {
  if (state.name === 'groups') return state.group === 0 && state.rounds === 0;
  return state.name === 'items' && state.item === 0 && state.rounds === 0;
}

function nextPaused(state: ScanState & { name: 'paused' }, event: ScanEvent): ScanState {
  switch (event.kind) {
    case 'shape':
      return { name: 'paused', still: reshape(state.still, event.sizes, event.kept) };
    case 'resume':
      return state.still;
    case 'tick':
    case 'press':
    case 'pause':
      return state;
  }
}

function begin(sizes: readonly number[]): MovingState {
  if (sizes.length === 0) return { name: 'empty' };
  if (sizes.length === 1) return { name: 'items', sizes, group: 0, item: 0, rounds: 0 };
  return { name: 'groups', sizes, group: 0, rounds: 0 };
}

function onward(state: MovingState): MovingState {
  switch (state.name) {
    case 'empty':
    case 'resting':
      return state;
    case 'groups': {
      if (state.group + 1 < state.sizes.length) return { ...state, group: state.group + 1 };
      const rounds = state.rounds + 1;
      if (rounds >= ROUNDS_BEFORE_REST) return { name: 'resting', sizes: state.sizes };
      return { ...state, group: 0, rounds };
    }
    case 'items': {
      if (state.item + 1 < (state.sizes[state.group] ?? 0)) return { ...state, item: state.item + 1 };
      const rounds = state.rounds + 1;
      const alone = state.sizes.length === 1;
      if (alone && rounds >= ROUNDS_BEFORE_REST) return { name: 'resting', sizes: state.sizes };
      if (alone || rounds < ROUNDS_IN_GROUP) return { ...state, item: 0, rounds };
      const group = (state.group + 1) % state.sizes.length;
      return { name: 'groups', sizes: state.sizes, group, rounds: 0 };
    }
  }
}

function press(state: MovingState, stays: boolean): ScanStep {
  switch (state.name) {
    case 'empty':
      return { state, chosen: null };
    case 'resting':
      return { state: begin(state.sizes), chosen: null };
    case 'groups':
      if (state.sizes[state.group] === 1)
        return {
          state: stays ? { ...state, rounds: 0 } : begin(state.sizes),
          chosen: { group: state.group, item: 0 },
        };
      return { state: { ...state, name: 'items', item: 0, rounds: 0 }, chosen: null };
    case 'items':
      return {
        state: stays ? { ...state, rounds: 0 } : begin(state.sizes),
        chosen: { group: state.group, item: state.item },
      };
  }
}

/** At the very first place the ring stays first, so that what appears before it is not passed over. */
function reshape(state: MovingState, sizes: readonly number[], kept: Place | null): MovingState {
  if (sizes.length === 0 || kept === null || state.name === 'empty') return begin(sizes);
  if (state.name === 'resting') return { name: 'resting', sizes };
  if (isFirst(state) && (state.name === 'groups' || state.sizes.length === 1)) return begin(sizes);
  const group = Math.min(kept.group, sizes.length - 1);
  if (state.name === 'items')
    return { ...state, sizes, group, item: Math.min(kept.item, (sizes[group] ?? 1) - 1) };
  return sizes.length === 1 ? begin(sizes) : { ...state, sizes, group };
}
