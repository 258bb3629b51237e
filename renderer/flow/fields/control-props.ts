import type { Field } from '../../../contract/domain/form.ts';
import type { FieldWords } from '../../design/FieldNotes.tsx';

/** What every kind of field control gets: its words, its value and how to change it. */
export interface ControlProps {
  readonly field: Field;
  readonly words: FieldWords;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
}
