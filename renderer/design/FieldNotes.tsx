import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { Text } from 'react-aria-components';
import { classNames } from './class-names.ts';
import styles from './Field.module.css';
import { TONE_ICONS, type Tone } from './tone.ts';

/** A sentence beside a field: an error (`bad`), a warning (`warn`), something for the office, or a fact. */
export interface FieldNote {
  readonly key: string;
  readonly tone: Tone;
  readonly text: string;
  /** Buttons that help, below the sentence. */
  readonly action?: ReactNode;
}

/** What stands above and below every kind of field. */
export interface FieldWords {
  label: string;
  hint?: string | undefined;
  /** Shown as `Contoh: …`; already translated. */
  example?: string | undefined;
  notes?: readonly FieldNote[] | undefined;
  /** Word beside the label, such as "boleh kosong". */
  aside?: string | undefined;
  /** The value is durable; a small tick stands beside the label. */
  saved?: boolean | undefined;
}

/** Hint and example, between the label and the field. `slot` is `description` inside a field of react-aria. */
export function FieldHint({ hint, example, slot }: Pick<FieldWords, 'hint' | 'example'> & { slot?: string }) {
  if (!hint && !example) return null;
  return (
    <Text {...(slot ? { slot } : {})} className={classNames(styles.hint)}>
      {hint}
      {hint && example ? ' ' : null}
      {example ? <span className={styles.example}>{example}</span> : null}
    </Text>
  );
}

export function FieldAside({ aside, saved }: Pick<FieldWords, 'aside' | 'saved'>) {
  return (
    <>
      {aside ? <span className={styles.aside}>{aside}</span> : null}
      <Check aria-hidden size={20} className={classNames(styles.saved, saved && styles.savedShown)} />
    </>
  );
}

/** The notes below a field, told to a screen reader when they come. `slot` is `errorMessage` inside a field. */
export function FieldNotes({ notes = [], slot }: Pick<FieldWords, 'notes'> & { slot?: string }) {
  return (
    <Text
      {...(slot ? { slot } : {})}
      elementType="div"
      aria-live="polite"
      className={classNames(styles.notes)}
    >
      {notes.map((note) => {
        const Icon = TONE_ICONS[note.tone];
        return (
          <span key={note.key} className={classNames(styles.note, styles[note.tone])}>
            <Icon aria-hidden size={22} />
            <span>
              {note.text}
              {note.action}
            </span>
          </span>
        );
      })}
    </Text>
  );
}

/** True when a note says that something must change. */
export function hasError(notes: readonly FieldNote[] | undefined): boolean {
  return notes?.some((note) => note.tone === 'bad') ?? false;
}
