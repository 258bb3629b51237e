import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Draft } from '../../../contract/domain/draft.ts';
import type { Field, FieldValue } from '../../../contract/domain/form.ts';
import type { FieldNote } from '../../design/FieldNotes.tsx';
import { useLocalized } from '../../system/language.ts';
import type { Autosave } from '../autosave.ts';
import { issuesToShow } from '../field-issues.ts';
import { useIssueWords } from '../issue-words.ts';
import { ChoiceControl, ConfirmationControl } from './ChoiceControl.tsx';
import { DateControl } from './DateControl.tsx';
import { fromText, toText } from './field-text.ts';
import { MrzControl } from './MrzControl.tsx';
import { readingSource, SettleReading } from './SettleReading.tsx';
import { TextControl } from './TextControl.tsx';
import { VillageControl } from './VillageControl.tsx';

export interface FieldControlProps {
  field: Field;
  draft: Draft;
  value: FieldValue;
  unsaved: boolean;
  autosave: Autosave;
  showMissing: boolean;
}

const TONES = { block: 'bad', warn: 'warn', office: 'office' } as const;

/**
 * One field of the catalog: its words, what is wrong with it, and the control its type asks for. Drawn again only when
 * something of its own changed, so that a key pressed in one field costs one field.
 */
export const FieldControl = memo(function FieldControl({
  field,
  draft,
  value,
  unsaved,
  autosave,
  showMissing,
}: FieldControlProps) {
  const { t } = useTranslation();
  const local = useLocalized();
  const issueWords = useIssueWords();
  const [editing, setEditing] = useState<readonly string[] | null>(null);
  const issues = issuesToShow(draft.issues, field.key, {
    editing: editing !== null,
    showMissing,
    shownBefore: editing ?? [],
  });
  const remark = draft.remarks[field.key];
  const notes: FieldNote[] = [
    ...(remark ? [{ key: 'remark', tone: 'warn' as const, text: t('flow.remark', { remark }) }] : []),
    ...issues.map((issue) => {
      const source = readingSource(issue.code);
      return {
        key: issue.code,
        tone: TONES[issue.severity],
        text: issueWords(issue, field),
        action: source ? (
          <SettleReading draft={draft} field={field} source={source} autosave={autosave} />
        ) : null,
      };
    }),
  ];
  const text = toText(value);
  const props = {
    field,
    words: {
      label: local(field.label),
      hint: field.hint ? local(field.hint) : undefined,
      example: field.example ? t('common.example', { example: field.example }) : undefined,
      aside: field.required === 'always' ? undefined : t('common.optional'),
      saved: text !== '' && !unsaved && !notes.some(({ tone }) => tone === 'bad'),
      notes,
    },
    value: text,
    onChange: (typed: string) => autosave.change({ [field.key]: fromText(field.type, typed) }),
    onFocus: () => {
      autosave.enter(field.key);
      setEditing(issues.map(({ code }) => code));
    },
    onBlur: () => {
      autosave.leave(field.key);
      setEditing(null);
    },
  };
  switch (field.type) {
    case 'choice':
      return <ChoiceControl {...props} />;
    case 'confirmation':
      return <ConfirmationControl {...props} />;
    case 'birth-date':
    case 'date':
      return <DateControl {...props} />;
    case 'village':
      return <VillageControl {...props} />;
    case 'mrz':
      return <MrzControl {...props} draft={draft} />;
    case 'text':
    case 'full-name':
    case 'nik':
    case 'family-card-number':
    case 'number':
    case 'phone':
    case 'email':
    case 'passport-number':
      return <TextControl {...props} />;
  }
});
