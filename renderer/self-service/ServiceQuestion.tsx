import { useTranslation } from 'react-i18next';
import { useCatalog } from '../system/catalog.ts';
import { useLocalized } from '../system/language.ts';
import { Choices } from './frame/Choices.tsx';
import { Question } from './frame/Question.tsx';

/** Asks which service, of those in the catalog. */
export function ServiceQuestion({
  title,
  onChoose,
}: {
  title: string;
  onChoose: (serviceKey: string) => void;
}) {
  const { t } = useTranslation();
  const { catalog } = useCatalog();
  const local = useLocalized();
  return (
    <Question title={title}>
      <Choices
        label={t('self.services')}
        choices={(catalog?.services ?? []).map((service) => ({
          key: service.key,
          label: local(service.name),
          detail: local(service.summary),
          onPress: () => onChoose(service.key),
        }))}
      />
    </Question>
  );
}
