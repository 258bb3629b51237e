import { choosablesOnScreen, isForReading } from './choosable-elements.ts';
import { groupsOf, placeOf } from './scan-groups.ts';
import { type ScanSpeed, standsFor } from './scan-speed.ts';
import { isFirst, NO_CHOICE, nextScan, type Place, type ScanEvent, type ScanState } from './scan-state.ts';
import { isSwitchKey } from './switch-keys.ts';

/** What the ring goes around: a group's elements, or one. Empty while it rests or waits. */
export type Ringed = readonly HTMLElement[];

export interface Scanner {
  /** The switch was pressed. */
  press(): void;
  stop(): void;
}

/** A hand that trembles presses twice; and a press meant for the last screen does not answer this one. */
const SETTLE_MS = 350;
/** Changes after which other things may be there to choose. */
const WATCHED: MutationObserverInit = {
  childList: true,
  subtree: true,
  attributeFilter: ['disabled', 'data-disabled', 'data-busy', 'aria-hidden', 'inert'],
};
const AUDIBLE = ['play', 'pause', 'ended'] as const;

/**
 * Drives the ring over what stands on the screen. Waits while something is said or worked at. Owns its one timer.
 * @param show draws the ring, and whether it rests
 */
export function startScanner(speed: ScanSpeed, show: (ringed: Ringed, resting: boolean) => void): Scanner {
  let state: ScanState = NO_CHOICE;
  let groups: HTMLElement[][] = [];
  let ringed: Ringed = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let settledAt = 0;

  function advance(event: ScanEvent): void {
    const choosable = groups;
    const step = nextScan(state, event);
    state = step.state;
    const before = ringed;
    ringed = at(state);
    const moved = before[0] !== ringed[0] || before.length !== ringed.length;
    if (event.kind !== 'shape' || moved) schedule(step.chosen !== null);
    if (moved) bringIntoSight(ringed);
    draw();
    if (step.chosen) choosable[step.chosen.group]?.[step.chosen.item]?.click();
  }

  function schedule(again: boolean): void {
    clearTimeout(timer);
    const reading = isReading(ringed) && (again || isFirst(state));
    const due = standsFor(state, speed, reading);
    timer = due === null ? undefined : setTimeout(() => advance({ kind: 'tick' }), due);
  }

  /** While the ring waits it stays where it is. */
  function at(where: ScanState): Ringed {
    const moving = where.name === 'paused' ? where.still : where;
    if (moving.name === 'groups') return groups[moving.group] ?? [];
    if (moving.name !== 'items') return [];
    const item = groups[moving.group]?.[moving.item];
    return item ? [item] : [];
  }

  function draw(): void {
    show(ringed, state.name === 'resting');
  }

  function look(): void {
    const next = groupsOf(choosablesOnScreen());
    if (isSame(groups, next)) draw();
    else {
      const kept = keptPlace(state, groups, next);
      groups = next;
      if (kept === null) settledAt = performance.now() + SETTLE_MS;
      advance({ kind: 'shape', sizes: next.map(({ length }) => length), kept });
    }
    const waits = isOccupied();
    if (waits !== (state.name === 'paused')) advance({ kind: waits ? 'pause' : 'resume' });
  }

  function press(): void {
    const now = performance.now();
    if (now < settledAt) return;
    settledAt = now + SETTLE_MS;
    const heard = sounding();
    const stays = isReading(ringed);
    // Whoever heard enough need not wait for the end.
    for (const audio of heard) audio.pause();
    if (heard.length === 0) advance({ kind: 'press', stays });
  }

  function key(event: KeyboardEvent): void {
    if (event.defaultPrevented || !isSwitchKey(event)) return;
    event.preventDefault();
    event.stopPropagation();
    if (!event.repeat) press();
  }
  const redraw = () => draw();

  const observer = new MutationObserver(look);
  observer.observe(document.body, WATCHED);
  window.addEventListener('keydown', key, true);
  window.addEventListener('resize', redraw);
  document.addEventListener('scroll', redraw, true);
  for (const name of AUDIBLE) document.addEventListener(name, look, true);
  look();
  return {
    press,
    stop() {
      clearTimeout(timer);
      observer.disconnect();
      window.removeEventListener('keydown', key, true);
      window.removeEventListener('resize', redraw);
      document.removeEventListener('scroll', redraw, true);
      for (const name of AUDIBLE) document.removeEventListener(name, look, true);
    },
  };
}

/** Where what the ring is at stands in `next`; a ring that rests keeps resting while anything of the screen stayed. */
function keptPlace(state: ScanState, groups: HTMLElement[][], next: HTMLElement[][]): Place | null {
  const moving = state.name === 'paused' ? state.still : state;
  switch (moving.name) {
    case 'empty':
      return null;
    case 'groups':
      return placeOf(next, groups[moving.group]?.[0]);
    case 'items':
      return placeOf(next, groups[moving.group]?.[moving.item]);
    case 'resting':
      return placeOf(next, groups[0]?.[0]);
  }
}

function isSame(one: HTMLElement[][], other: HTMLElement[][]): boolean {
  return (
    one.length === other.length &&
    one.every((group, place) => {
      const others = other[place] ?? [];
      return group.length === others.length && group.every((element, item) => element === others[item]);
    })
  );
}

function isReading([ringed, ...others]: Ringed): boolean {
  return ringed !== undefined && others.length === 0 && isForReading(ringed);
}

function bringIntoSight(ringed: Ringed): void {
  ringed.at(-1)?.scrollIntoView({ block: 'nearest' });
  ringed[0]?.scrollIntoView({ block: 'nearest' });
}

function sounding(): HTMLMediaElement[] {
  return [...document.querySelectorAll('audio')].filter((audio) => !audio.paused && !audio.ended);
}

/** Is something said, or worked at: a picture being taken, an answer being kept? */
function isOccupied(): boolean {
  return sounding().length > 0 || document.querySelector('[data-busy]') !== null;
}
