import { ChevronDown, Search } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import styles from './ComboSearch.module.css';
import { classNames } from './class-names.ts';
import fieldStyles from './Field.module.css';
import { FieldAside, FieldHint, FieldNotes, type FieldWords, hasError } from './FieldNotes.tsx';

export interface Found {
  readonly key: string;
  /** Stands in the box once chosen, and is read aloud. */
  readonly text: string;
  readonly view: ReactNode;
}

export interface ComboSearchProps extends FieldWords {
  /** What is typed in the box. */
  query: string;
  onQuery: (query: string) => void;
  found: readonly Found[];
  value: string | null;
  onChoose: (key: string) => void;
  onFocus?: () => void;
  onBlur?: () => void;
  /** Name of the button that opens the list without typing. */
  openWords: string;
  /** Said in the list when nothing was found. */
  nothingFound: string;
  placeholder?: string;
  name?: string;
}

/** Type a few letters, press what fits. The search itself is done by whoever gives `found`. */
export function ComboSearch({
  label,
  hint,
  example,
  notes,
  aside,
  saved,
  query,
  onQuery,
  found,
  value,
  onChoose,
  onFocus,
  onBlur,
  openWords,
  nothingFound,
  placeholder,
  name,
}: ComboSearchProps) {
  const invalid = hasError(notes);
  return (
    <ComboBox
      items={found}
      inputValue={query}
      onInputChange={onQuery}
      value={value}
      onChange={(key) => {
        if (key !== null) onChoose(String(key));
      }}
      defaultFilter={() => true}
      menuTrigger="input"
      allowsEmptyCollection
      {...(onFocus ? { onFocus } : {})}
      {...(onBlur ? { onBlur } : {})}
      {...(name ? { name } : {})}
      isInvalid={invalid}
      validationBehavior="aria"
      className={classNames(fieldStyles.field, invalid && fieldStyles.invalid)}
    >
      <Label className={classNames(fieldStyles.label)}>
        {label}
        <FieldAside aside={aside} saved={saved} />
      </Label>
      <FieldHint slot="description" hint={hint} example={example} />
      <div className={classNames(fieldStyles.control, styles.box)}>
        <Search aria-hidden size={26} />
        <Input
          autoComplete="off"
          spellCheck={false}
          {...(placeholder ? { placeholder } : {})}
          className={classNames(fieldStyles.input, styles.input)}
        />
        <Button aria-label={openWords} className={classNames(styles.open)}>
          <ChevronDown aria-hidden size={26} />
        </Button>
      </div>
      <FieldNotes slot="errorMessage" notes={notes} />
      <Popover className={classNames(styles.popover)} offset={6}>
        <ListBox
          className={classNames(styles.list)}
          renderEmptyState={() => <p className={styles.nothing}>{nothingFound}</p>}
        >
          {(item: Found) => (
            <ListBoxItem id={item.key} textValue={item.text} className={classNames(styles.item)}>
              {item.view}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
