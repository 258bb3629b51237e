/** A switch is a keyboard of one key: space, enter or one of the function keys, as its maker set it. */
export function isSwitchKey(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.altKey || event.metaKey) return false;
  return event.key === ' ' || event.key === 'Enter' || /^F\d{1,2}$/.test(event.key);
}
