import { Camera as CameraIcon, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Requirement } from '../../contract/domain/catalog.ts';
import type { Attachment, DocumentAnswer } from '../../contract/domain/draft.ts';
import { Banner } from '../design/Banner.tsx';
import { Button, IconButton } from '../design/Button.tsx';
import { Card } from '../design/Card.tsx';
import { useNotices } from '../design/Notices.tsx';
import { StatusPill } from '../design/StatusPill.tsx';
import type { StepProps } from '../flow/step-props.ts';
import { useErrorWords } from '../system/error-words.ts';
import { useLocalized } from '../system/language.ts';
import { CaptureDialog } from './CaptureDialog.tsx';
import styles from './DocumentsStep.module.css';
import { Thumbnail } from './Thumbnail.tsx';
import { useAttachments } from './use-attachments.ts';

type Page = Requirement['pages'][number];

/** Every document of the case with its pages: given, missing, or brought to the office. */
export function DocumentsStep({ draft, service, showMissing, onChanged }: StepProps) {
  const { t } = useTranslation();
  const local = useLocalized();
  const words = useErrorWords();
  const notify = useNotices();
  const attachments = useAttachments(draft, onChanged);
  const [open, setOpen] = useState<{ requirement: Requirement; page: Page } | null>(null);

  async function remove(attachment: Attachment, name: string) {
    const picture = await attachments.fetch(attachment);
    await attachments.remove(attachment.id);
    notify({
      tone: 'neutral',
      text: t('capture.removed', { name }),
      action: {
        label: t('common.undo'),
        onPress: () => void attachments.save(attachment.kind, picture).catch(() => undefined),
      },
    });
  }

  return (
    <div className={styles.list}>
      {attachments.error ? (
        <Banner tone="bad" role="alert" title={t('capture.notKept')}>
          {words(attachments.error)}
        </Banner>
      ) : null}
      {service.requirements.map((requirement) => (
        <Card
          key={requirement.key}
          title={local(requirement.name)}
          aside={
            <RequirementPill requirement={requirement} given={isGiven(requirement)} missing={showMissing} />
          }
        >
          <p>{local(requirement.explanation)}</p>
          <CitizenSays answer={draft.documentAnswers?.[requirement.key]} />
          <ul className={styles.pages}>
            {requirement.pages.map((page) => {
              const attachment = attachments.find(page.key);
              const name = `${local(requirement.name)}: ${local(page.name)}`;
              return (
                <li key={page.key} className={styles.page}>
                  <Thumbnail draftId={draft.id} attachment={attachment} name={name} />
                  <span className={styles.words}>{local(page.name)}</span>
                  <Button
                    variant={attachment ? 'secondary' : 'primary'}
                    icon={CameraIcon}
                    aria-label={t(attachment ? 'capture.retakeOf' : 'capture.takeOf', { name })}
                    onPress={() => setOpen({ requirement, page })}
                  >
                    {t(attachment ? 'capture.again' : 'capture.take')}
                  </Button>
                  {attachment ? (
                    <IconButton
                      icon={Trash2}
                      label={t('capture.removeOf', { name })}
                      onPress={() => void remove(attachment, name).catch(() => undefined)}
                    />
                  ) : null}
                </li>
              );
            })}
          </ul>
        </Card>
      ))}
      {open ? (
        <CaptureDialog
          title={`${local(open.requirement.name)}: ${local(open.page.name)}`}
          guide={open.requirement.key.includes('passport') ? 'page' : 'card'}
          onUse={(picture) => attachments.save(open.page.key, picture)}
          onClose={() => setOpen(null)}
        />
      ) : null}
    </div>
  );

  function isGiven({ pages }: Requirement): boolean {
    return pages.every(({ key }) => attachments.find(key) !== undefined);
  }
}

/** What the citizen answered alone at the touchscreen. */
function CitizenSays({ answer }: { answer: DocumentAnswer | undefined }) {
  const { t } = useTranslation();
  return answer ? <StatusPill tone="neutral">{t(`capture.citizenSays.${answer}`)}</StatusPill> : null;
}

function RequirementPill({
  requirement,
  given,
  missing,
}: {
  requirement: Requirement;
  given: boolean;
  missing: boolean;
}) {
  const { t } = useTranslation();
  if (given) return <StatusPill tone="good">{t('capture.given')}</StatusPill>;
  switch (requirement.required) {
    case 'always':
      return <StatusPill tone={missing ? 'bad' : 'warn'}>{t('capture.needed')}</StatusPill>;
    case 'office':
      return <StatusPill tone="office">{t('capture.mayFollow')}</StatusPill>;
    case 'if-any':
      return <StatusPill tone="neutral">{t('capture.ifAny')}</StatusPill>;
  }
}
