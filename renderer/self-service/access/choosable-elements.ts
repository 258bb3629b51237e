import type { Choosable } from './scan-groups.ts';

/** What a press does something with. A text is written with the keys of the screen. */
const PRESSED = 'button, a[href], [role^=menuitem], [role=option]';
const WRITTEN = 'input, textarea';
/** What stands above the page keeps everything else out. */
const ABOVE = '[role=dialog], [role=alertdialog], [role=menu], [role=listbox]';

/**
 * What is answered comes first, then the ways out, then how the screen is read. In a dialog the answers come before the
 * cross above them.
 */
function rank(element: Element): number {
  if (element.closest('main')) return 0;
  if (element.closest('footer')) return 1;
  return element.closest('header') ? 2 : 0;
}

function isThere(element: HTMLElement): boolean {
  if (
    !element.checkVisibility({ visibilityProperty: true }) ||
    element.closest('[inert], [aria-hidden=true]')
  )
    return false;
  // Ways out of a dialog for screen readers alone: cut off by a parent of one pixel.
  if ((element.parentElement?.getBoundingClientRect().width ?? 0) <= 1) return false;
  return !element.matches(':disabled, [data-disabled], [aria-disabled=true]');
}

/** The dialog or menu in front of everything; null when there is none. */
export function inFront(): HTMLElement | null {
  const above = [...document.querySelectorAll<HTMLElement>(ABOVE)];
  return above.filter((element) => element.checkVisibility()).at(-1) ?? null;
}

function found(wanted: string): HTMLElement[] {
  const front = inFront();
  const elements = [...(front ?? document).querySelectorAll<HTMLElement>(wanted)].filter(isThere);
  const ranked = elements.toSorted((one, other) => rank(one) - rank(other));
  return front ? ranked : readFirst(ranked);
}

/** Where the first thing to choose stands below what is in sight, the text before it is read first. */
function readFirst(elements: HTMLElement[]): HTMLElement[] {
  const pushes = elements.find(isForReading);
  const first = elements[0];
  if (!pushes || !first || first.getBoundingClientRect().top < pushes.getBoundingClientRect().top)
    return elements;
  return [pushes, ...elements.filter((element) => element !== pushes)];
}

/** A button that shows more of a text; it may be wanted once more. */
export function isForReading(element: HTMLElement): boolean {
  return element.dataset.scan === 'reading';
}

/** Everything that can be stepped to, in the order it is stepped through. */
export function stopsOnScreen(): HTMLElement[] {
  return found(`${PRESSED}, ${WRITTEN}`);
}

/** Everything the ring goes through, with what holds it together. */
export function choosablesOnScreen(): Choosable<HTMLElement>[] {
  return found(PRESSED).map((thing) => {
    const marked = outermostMarked(thing);
    return {
      thing,
      holder: marked ?? thing.closest('main, footer, header, [role=dialog], [role=alertdialog]') ?? document,
      whole: marked?.dataset.scan === 'row',
    };
  });
}

/** `data-scan="row"` holds keys, `data-scan="list"` answers; a row within a row is one row. */
function outermostMarked(element: HTMLElement): HTMLElement | null {
  let marked: HTMLElement | null = null;
  for (let around = element.parentElement; around; around = around.parentElement)
    if (around.dataset.scan !== undefined) marked = around;
  return marked;
}
