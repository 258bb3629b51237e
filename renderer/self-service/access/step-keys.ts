import { inFront, stopsOnScreen } from './choosable-elements.ts';

/**
 * Two switches, or a keyboard: one key steps on, the other presses. Tab and the right arrow step, with shift or the left
 * arrow back; from the last thing to the first, and from a new screen's title to its first thing. Answers how to stop.
 */
export function listenForSteps(face: Window): () => void {
  function step(event: KeyboardEvent): void {
    // A scanner's Tab and what a widget uses itself are not steps.
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
    const direction = directionOf(event);
    if (direction === 0) return;
    const stops = stopsOnScreen();
    const next =
      stops[
        nextStop(
          stops.length,
          stops.findIndex((stop) => stop.matches(':focus')),
          direction,
        )
      ];
    if (!next) return;
    event.preventDefault();
    next.focus();
    next.scrollIntoView({ block: 'nearest' });
  }
  face.addEventListener('keydown', step);
  return () => face.removeEventListener('keydown', step);
}

/** Place of the next of `count` stops, all around; -1 for none. @param place -1 when it is at none of them */
export function nextStop(count: number, place: number, direction: 1 | -1): number {
  if (count === 0) return -1;
  if (place < 0) return direction === 1 ? 0 : count - 1;
  return (place + direction + count) % count;
}

function directionOf(event: KeyboardEvent): 1 | -1 | 0 {
  if (event.key === 'Tab') return inFront()?.matches('[role$=dialog]') ? 0 : event.shiftKey ? -1 : 1;
  if (event.shiftKey) return 0;
  if (event.key === 'ArrowRight') return isAtEdge('end') ? 1 : 0;
  if (event.key === 'ArrowLeft') return isAtEdge('start') ? -1 : 0;
  return 0;
}

/** In a text the arrows move the place where is written, until there is no further place. */
function isAtEdge(edge: 'start' | 'end'): boolean {
  const box = document.activeElement;
  if (!(box instanceof HTMLInputElement || box instanceof HTMLTextAreaElement)) return true;
  if (box.selectionStart !== box.selectionEnd) return false;
  return edge === 'end' ? box.selectionEnd === box.value.length : box.selectionStart === 0;
}
