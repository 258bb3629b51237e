import { CircleCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat, useLocalized } from '../../system/language.ts';
import { type BigChoice, Choices } from '../frame/Choices.tsx';
import type { AnswerEntryProps } from './AnswerEntry.tsx';

/** More than this stand side by side, so that all of them are in sight. */
const IN_ONE_COLUMN = 3;

/** The answers a field allows, or the products of the service. The one given before is marked. */
export function ChoiceAnswers({ service, field, value, onChoose, children }: AnswerEntryProps) {
  const { t } = useTranslation();
  const local = useLocalized();
  const format = useFormat();
  const answers: readonly Omit<BigChoice, 'onPress' | 'icon'>[] = field.options
    ? field.options.map(({ key, label }) => ({ key, label: local(label) }))
    : service.products.map(({ key, name, explanation, fee }) => ({
        key,
        label: `${local(name)}, ${format.money(fee.amount)}`,
        detail: local(explanation),
      }));
  return (
    <>
      <Choices
        label={local(field.label)}
        columns={answers.length > IN_ONE_COLUMN ? 2 : 1}
        choices={answers.map((answer) => ({
          ...answer,
          ...(answer.key === value && { icon: CircleCheck, detail: t('self.applyChosen') }),
          onPress: () => onChoose(answer.key),
        }))}
      />
      {children}
    </>
  );
}
