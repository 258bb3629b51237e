import { isSwitchKey } from './switch-keys.ts';

/** Longer than a key leans by chance on a keyboard that lies there, short enough for a weak hand. */
export const HOLD_MS = 3_000;

/** Calls `onHeld` once a switch was held down long enough. Owns its one timer. Answers how to stop. */
export function watchHeldSwitch(face: Window, onHeld: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let held: string | null = null;
  function letGo(): void {
    clearTimeout(timer);
    held = null;
  }
  function down(event: KeyboardEvent): void {
    // A key that is held repeats itself.
    if (event.key === held) return;
    letGo();
    if (!isSwitchKey(event)) return;
    held = event.key;
    timer = setTimeout(onHeld, HOLD_MS);
  }
  face.addEventListener('keydown', down, true);
  face.addEventListener('keyup', letGo, true);
  face.addEventListener('blur', letGo);
  return () => {
    letGo();
    face.removeEventListener('keydown', down, true);
    face.removeEventListener('keyup', letGo, true);
    face.removeEventListener('blur', letGo);
  };
}
