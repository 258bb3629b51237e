const FOLLOWING = [
  'pointerup',
  'pointercancel',
  'mousedown',
  'mouseup',
  'touchstart',
  'touchend',
  'click',
  'contextmenu',
] as const;

/**
 * Makes a touch anywhere one press of the switch, while `isOn`. What follows of the touch is kept from the page too, even
 * when the press itself ended the scanning. Answers how to stop.
 */
export function takeTouches(isOn: () => boolean, press: () => void): () => void {
  let taking = false;
  function down(event: Event): void {
    if (!event.isTrusted) return;
    taking = isOn();
    if (!taking) return;
    keep(event);
    press();
  }
  function follow(event: Event): void {
    // A press of the ring is not a touch: it goes through.
    if (taking && event.isTrusted) keep(event);
  }
  window.addEventListener('pointerdown', down, true);
  for (const name of FOLLOWING) window.addEventListener(name, follow, { capture: true, passive: false });
  return () => {
    window.removeEventListener('pointerdown', down, true);
    for (const name of FOLLOWING) window.removeEventListener(name, follow, { capture: true });
  };
}

function keep(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
}
