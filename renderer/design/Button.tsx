import { LoaderCircle, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './Button.module.css';
import { classNames } from './class-names.ts';
import { PlainButton, type PlainButtonProps } from './PlainButton.tsx';

export interface ButtonProps extends Omit<PlainButtonProps, 'className' | 'style' | 'children' | 'type'> {
  variant?: 'primary' | 'secondary' | 'quiet' | 'danger';
  /** `large` 72 px, `medium` 64 px, `small` 56 px high. */
  size?: 'large' | 'medium' | 'small';
  /** Keeps its place and width, turns a wheel and takes no second press. */
  busy?: boolean;
  icon?: LucideIcon;
  /** Picture after the words, as on "next". */
  iconAfter?: LucideIcon;
  /** Fills the width it stands in. */
  wide?: boolean;
  type?: 'button' | 'submit';
  children: ReactNode;
}

/** A button with words. Asks for one thing, once. */
export function Button({
  variant = 'secondary',
  size = 'medium',
  busy = false,
  icon: Icon,
  iconAfter: IconAfter,
  wide = false,
  children,
  onPress,
  type = 'button',
  ...rest
}: ButtonProps) {
  return (
    <PlainButton
      {...rest}
      onPress={busy ? undefined : onPress}
      type={busy ? 'button' : type}
      data-busy={busy || undefined}
      className={classNames(styles.button, styles[variant], styles[size], wide && styles.wide)}
    >
      {Icon && !busy ? <Icon aria-hidden size={24} /> : null}
      {busy ? <LoaderCircle aria-hidden size={24} className={styles.wheel} /> : null}
      <span className={styles.words}>{children}</span>
      {IconAfter ? <IconAfter aria-hidden size={24} /> : null}
    </PlainButton>
  );
}

export interface IconButtonProps extends Omit<PlainButtonProps, 'className' | 'style' | 'children'> {
  icon: LucideIcon;
  /** What it does, read aloud. */
  label: string;
  onDark?: boolean;
}

/** A square button with a picture only. Use where the picture is known to everyone, such as closing. */
export function IconButton({ icon: Icon, label, onDark = false, ...rest }: IconButtonProps) {
  return (
    <PlainButton
      {...rest}
      aria-label={label}
      className={classNames(styles.button, styles.quiet, styles.square, onDark && styles.onDark)}
    >
      <Icon aria-hidden size={28} />
    </PlainButton>
  );
}
