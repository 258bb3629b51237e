import type { ComponentProps, KeyboardEvent, MouseEvent } from 'react';

export interface PlainButtonProps
  extends Omit<ComponentProps<'button'>, 'onClick' | 'onKeyDown' | 'onMouseDown' | 'disabled'> {
  onPress?: (() => void) | undefined;
  isDisabled?: boolean | undefined;
  /** Whatever has the focus keeps it, as a field does while a key of the screen is touched. */
  leavesFocus?: boolean;
}

/** The browser's own button. Its looks while it is pressed, pointed at or focused are the sheet's: no touch waits for a script. */
export function PlainButton({
  onPress,
  isDisabled,
  leavesFocus,
  type = 'button',
  ...rest
}: PlainButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      disabled={isDisabled}
      onClick={onPress && (() => onPress())}
      onKeyDown={askOnce}
      onMouseDown={leavesFocus ? stay : undefined}
    />
  );
}

/** The browser clicks again and again while Enter is held down. */
function askOnce(event: KeyboardEvent): void {
  if (event.repeat && event.key === 'Enter') event.preventDefault();
}

function stay(event: MouseEvent): void {
  event.preventDefault();
}
