import { useTranslation } from 'react-i18next';
import type { Service } from '../../contract/domain/catalog.ts';
import type { Draft } from '../../contract/domain/draft.ts';
import type { Step } from '../../contract/domain/form.ts';
import { Thumbnail } from '../capture/Thumbnail.tsx';
import { Button } from '../design/Button.tsx';
import { Card } from '../design/Card.tsx';
import { useLocalized } from '../system/language.ts';
import styles from './ReviewStep.module.css';
import { isVisible, useValueWords } from './value-words.ts';

/** One step as it was filled, with a way back to it. */
export function ReviewSection({
  step,
  draft,
  service,
  goToStep,
}: {
  step: Step;
  draft: Draft;
  service: Service;
  goToStep: (key: string) => void;
}) {
  const { t } = useTranslation();
  const local = useLocalized();
  const valueWords = useValueWords(draft);
  const title = local(step.title);
  const pictures = picturesOf(step, service).map(({ kind, name }) => ({
    kind,
    name: name ? local(name) : title,
    attachment: draft.attachments.find((attachment) => attachment.kind === kind),
  }));
  return (
    <Card
      title={title}
      aside={
        <Button
          size="small"
          aria-label={t('closing.changeOf', { name: title })}
          onPress={() => goToStep(step.key)}
        >
          {t('common.change')}
        </Button>
      }
    >
      <dl className={styles.rows}>
        {step.fields
          .filter((field) => isVisible(field, draft))
          .map((field) => {
            const value = valueWords(field);
            return (
              <div key={field.key} className={styles.row}>
                <dt>{local(field.label)}</dt>
                <dd className={value === null ? styles.missing : undefined}>{value ?? t('closing.empty')}</dd>
              </div>
            );
          })}
      </dl>
      {pictures.length > 0 ? (
        <div className={styles.pictures}>
          {pictures.map(({ kind, name, attachment }) => (
            <figure key={kind}>
              <Thumbnail draftId={draft.id} attachment={attachment} name={name} />
              <figcaption>{name}</figcaption>
            </figure>
          ))}
        </div>
      ) : null}
    </Card>
  );
}

function picturesOf(step: Step, service: Service) {
  switch (step.kind) {
    case 'documents':
      return service.requirements.flatMap(({ name, pages }) => pages.map(({ key }) => ({ kind: key, name })));
    case 'photo':
    case 'signature':
      return [{ kind: step.kind, name: null }];
    default:
      return [];
  }
}
