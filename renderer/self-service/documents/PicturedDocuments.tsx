import { Camera as CameraIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Requirement, Service } from '../../../contract/domain/catalog.ts';
import { AdvicePill } from '../../capture/LiveAdvice.tsx';
import { useObjectUrl } from '../../capture/use-object-url.ts';
import styles from '../../catalog-reading/Reading.module.css';
import { Button } from '../../design/Button.tsx';
import { useLocalized } from '../../system/language.ts';
import type { TakenPicture } from '../application/application-session.ts';
import { useVisit } from '../visit-context.tsx';
import pageStyles from './DocumentPicture.module.css';
import { DocumentDrawing } from './drawings/DocumentDrawing.tsx';
import { pageName } from './page-name.ts';

/** The documents at hand, page by page, each with its picture or the way to take it. */
export function PicturedDocuments({
  service,
  requirements,
  pictures,
}: {
  service: Service;
  requirements: readonly Requirement[];
  pictures: ReadonlyMap<string, TakenPicture>;
}) {
  const { t } = useTranslation();
  if (requirements.length === 0) return null;
  return (
    <section className={styles.item}>
      <h2>{t('self.atHand')}</h2>
      <p>{t('self.picturePromise')}</p>
      {requirements
        .flatMap(({ pages }) => pages)
        .map(({ key }) => (
          <DocumentPage key={key} service={service} page={key} taken={pictures.get(key)} />
        ))}
    </section>
  );
}

function DocumentPage({
  service,
  page,
  taken,
}: {
  service: Service;
  page: string;
  taken: TakenPicture | undefined;
}) {
  const { t } = useTranslation();
  const { go, whenSettled } = useVisit();
  const local = useLocalized();
  const url = useObjectUrl(taken?.blob);
  const name = pageName(service, page, local);
  return (
    <div className={pageStyles.page}>
      <div className={pageStyles.thumbnail}>
        {url ? (
          <img className={pageStyles.small} src={url} alt={t('capture.taken', { name })} />
        ) : (
          <DocumentDrawing page={page} name={name} />
        )}
      </div>
      <div className={pageStyles.about}>
        <p className={styles.mark}>{name}</p>
        {taken ? <AdvicePill advice={taken.advice} /> : null}
      </div>
      <Button
        icon={CameraIcon}
        variant={taken?.advice === 'good' ? 'secondary' : 'primary'}
        aria-label={t(taken ? 'self.takeAgainOf' : 'self.takeDocumentOf', { document: name })}
        onPress={whenSettled(() => go({ name: 'document-picture', serviceKey: service.key, page }))}
      >
        {t(taken ? 'self.takeAgain' : 'self.takeDocument')}
      </Button>
    </div>
  );
}
