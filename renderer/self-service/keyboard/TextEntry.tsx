import { ArrowBigUp, Delete, Space } from 'lucide-react';
import { type ReactNode, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/Button.tsx';
import { PlainButton } from '../../design/PlainButton.tsx';
import gridStyles from './KeyGrid.module.css';
import { KeyGrid } from './KeyGrid.tsx';
import { LETTER_KEY_COLUMNS, LETTER_KEYS } from './layouts.ts';
import styles from './TextEntry.module.css';

/** A text and the keys to write it with, both in sight. A real keyboard works as well. */
export function TextEntry({
  label,
  value,
  onChange,
  longest,
  lines,
  name,
  keys = LETTER_KEYS,
  capitals = false,
  children,
}: {
  label: string;
  value: string;
  onChange: (text: string) => void;
  longest: number;
  /** 1 for a word to search by. */
  lines: number;
  /** What the text is, where the label only says how to write it. */
  name?: string;
  keys?: readonly (readonly string[])[];
  /** Everything stands in capitals, as on the document. */
  capitals?: boolean;
  /** What belongs to the text, beside the keys where there is room. */
  children?: ReactNode;
}) {
  const { t } = useTranslation();
  const id = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  const [capital, setCapital] = useState(lines > 1 || capitals);

  /** Puts `text` where the cursor is, in place of what is marked. */
  function put(text: string): void {
    const place = cursorOf(box.current, value);
    write(value.slice(0, place.start) + text + value.slice(place.end), place.start + text.length);
    if (capital && !capitals) setCapital(false);
    if (lines > 1 && /[.?]/.test(text)) setCapital(true);
  }

  function takeBack(): void {
    const { start, end } = cursorOf(box.current, value);
    const from = start === end ? Math.max(0, start - 1) : start;
    write(value.slice(0, from) + value.slice(end), from);
  }

  function write(text: string, cursor: number): void {
    if (text.length > longest) return;
    onChange(text);
    requestAnimationFrame(() => box.current?.setSelectionRange(cursor, cursor));
  }

  return (
    <div className={styles.entry}>
      <div className={styles.words}>
        <label htmlFor={id} className={styles.label}>
          {label}
        </label>
        <textarea
          id={id}
          aria-label={name}
          ref={box}
          className={styles.text}
          rows={lines}
          maxLength={longest}
          inputMode="none"
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          value={value}
          onChange={(event) => onChange(lines === 1 ? inOneLine(event.target.value) : event.target.value)}
        />
      </div>
      <div className={styles.keys}>
        <KeyGrid
          label={t('self.keys')}
          rows={keys}
          columns={LETTER_KEY_COLUMNS}
          capital={capital}
          onKey={put}
        />
        <div data-scan="row" className={gridStyles.actions}>
          <PlainButton
            leavesFocus
            className={gridStyles.key}
            aria-pressed={capital}
            onPress={() => setCapital((on) => !on)}
          >
            <ArrowBigUp aria-hidden size={32} />
            {t('self.capital')}
          </PlainButton>
          <Button icon={Space} leavesFocus onPress={() => put(' ')}>
            {t('self.space')}
          </Button>
          <Button icon={Delete} leavesFocus onPress={takeBack}>
            {t('self.deleteOne')}
          </Button>
        </div>
      </div>
      <div className={styles.side}>{children}</div>
    </div>
  );
}

/** The enter key of a real keyboard ends no line where there is one. */
function inOneLine(text: string): string {
  return text.replaceAll(/[\r\n]+/g, '');
}

/** Where the next character goes; the end of the text while the box was never touched. */
function cursorOf(box: HTMLTextAreaElement | null, value: string): { start: number; end: number } {
  if (!box) return { start: value.length, end: value.length };
  return { start: box.selectionStart, end: box.selectionEnd };
}
