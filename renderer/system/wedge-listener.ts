import { flushSync } from 'react-dom';
import { nextWedge, quietAfter, type WedgeEvent, type WedgeState } from './keyboard-wedge.ts';

type TextBox = HTMLInputElement | HTMLTextAreaElement;

/** Keys a scanner presses beside its characters: they neither belong to a code nor interrupt it. */
const NEUTRAL = new Set(['Shift', 'CapsLock', 'AltGraph']);

/**
 * Listens to every key of the window before the page does. A code typed by a scanner never arrives in the page; what of it
 * landed before it was known for one is taken back. Returns how to stop.
 */
export function listenForWedge(face: Window, onScan: (text: string) => void): () => void {
  let state: WedgeState = { name: 'quiet' };
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Text boxes typed into since watching began, as they were. A date's boxes pass the finger on. */
  const landed = new Map<TextBox, string>();
  let focused: Element | null = null;

  function advance(event: WedgeEvent): boolean {
    const step = nextWedge(state, event);
    state = step.state;
    clearTimeout(timer);
    const due = quietAfter(state);
    if (due !== null) timer = setTimeout(() => advance({ kind: 'quiet' }), due);
    if (step.takeBack) takeBack();
    if (state.name !== 'watching') landed.clear();
    if (step.scan !== null) onScan(step.scan);
    return step.swallow;
  }

  function press(event: KeyboardEvent): void {
    if (!event.isTrusted || event.isComposing || NEUTRAL.has(event.key)) return;
    const swallow = advance(toWedgeEvent(event));
    if (swallow) {
      event.preventDefault();
      event.stopPropagation();
    } else if (state.name === 'watching') remember(state.text.length === 1);
  }

  function remember(isFirst: boolean): void {
    const box = face.document.activeElement;
    if (isFirst) {
      landed.clear();
      focused = box;
    }
    if (isTextBox(box) && !landed.has(box)) landed.set(box, box.value);
  }

  function takeBack(): void {
    // The last box first, and each one settled before the next: boxes of one date share their value.
    for (const [box, value] of [...landed].reverse()) {
      if (box.value !== value) flushSync(() => setValue(box, value));
    }
    if (focused instanceof HTMLElement && focused !== face.document.activeElement) focused.focus();
  }

  face.addEventListener('keydown', press, true);
  return () => {
    clearTimeout(timer);
    face.removeEventListener('keydown', press, true);
  };
}

function toWedgeEvent(event: KeyboardEvent): WedgeEvent {
  const at = event.timeStamp;
  const isShortcut = event.ctrlKey || event.metaKey || (event.altKey && !event.getModifierState('AltGraph'));
  if (event.repeat || isShortcut) return { kind: 'other', at };
  if (event.key === 'Enter' || event.key === 'Tab') return { kind: 'end', at };
  // Characters outside the basic plane are two units long; the names of keys are longer.
  if ([...event.key].length === 1) return { kind: 'character', character: event.key, at };
  return { kind: 'other', at };
}

function isTextBox(element: Element | null): element is TextBox {
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
}

/** Sets a value as if it had been typed: React listens to the event, and believes it only past its own setter. */
function setValue(box: TextBox, value: string): void {
  const prototype =
    box instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype;
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(box, value);
  box.dispatchEvent(new Event('input', { bubbles: true }));
}
