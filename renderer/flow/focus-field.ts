/** Brings the finger to a field of the step, by its key, and into sight. */
export function focusField(content: HTMLElement | null, field: string): void {
  const inputs = content?.querySelectorAll<HTMLElement>('input[name], [data-field]') ?? [];
  const found = [...inputs].find(
    (input) => input.getAttribute('name') === field || input.dataset.field === field,
  );
  found?.focus();
  found?.scrollIntoView({ block: 'center' });
}

/** Opens a step at its top, with the finger in the first text box that is still empty, or at its heading. */
export function focusFirst(content: HTMLElement | null): void {
  if (!content) return;
  content.scrollTop = 0;
  const boxes = content.querySelectorAll<HTMLInputElement>('input:not([type=radio]):not([type=checkbox])');
  const empty = [...boxes].find((box) => box.value === '' && box.offsetParent !== null);
  (empty ?? content.querySelector('h1'))?.focus({ preventScroll: true });
}
