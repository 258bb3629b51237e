import { Check, type LucideIcon } from 'lucide-react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import buttonStyles from './Button.module.css';
import styles from './ChoiceMenu.module.css';
import { classNames } from './class-names.ts';

/** A small button that opens a list to choose one of. For choices that are seldom changed. */
export function ChoiceMenu({
  label,
  icon: Icon,
  choices,
  value,
  onChoose,
}: {
  label: string;
  icon: LucideIcon;
  choices: readonly { readonly key: string; readonly label: string }[];
  /** Key of what is chosen now; null when it is none of them. */
  value: string | null;
  onChoose: (key: string) => void;
}) {
  return (
    <MenuTrigger>
      <Button className={classNames(buttonStyles.button, buttonStyles.secondary, buttonStyles.small)}>
        <Icon aria-hidden size={24} />
        <span className={buttonStyles.words}>{label}</span>
      </Button>
      <Popover className={classNames(styles.popover)} offset={6} placement="bottom end">
        <Menu
          className={classNames(styles.menu)}
          aria-label={label}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={value === null ? [] : [value]}
          onAction={(key) => onChoose(String(key))}
        >
          {choices.map((choice) => (
            <MenuItem
              key={choice.key}
              id={choice.key}
              textValue={choice.label}
              className={classNames(styles.item)}
            >
              <Check aria-hidden size={24} className={styles.sign} />
              {choice.label}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
