import { IdCard } from 'lucide-react';
import { useCallback, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Draft } from '../../contract/domain/draft.ts';
import type { IdentityCardNews } from '../../contract/station/cards.ts';
import { Banner } from '../design/Banner.tsx';
import { Button } from '../design/Button.tsx';
import { Dialog } from '../design/Dialog.tsx';
import { useNewsStream } from '../system/news-stream.ts';
import { useStation } from '../system/station-context.tsx';
import { CardProgress } from './CardProgress.tsx';
import { ChipPortrait } from './ChipPortrait.tsx';
import { FilledFields } from './FilledFields.tsx';

/** Reads a KTP-el: the photo in its chip, or the data a vendor's reader tells. */
export function IdentityCardDialog({
  draft,
  source,
  onClose,
}: {
  draft: Draft;
  source: 'photo' | 'biodata';
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { client } = useStation();
  const { news, error, start } = useNewsStream<IdentityCardNews>();
  const draftId = draft.id;
  const read = useCallback(
    () => start((signal) => client.cards.readIdentityCard({ draftId, source }, { signal })),
    [client, draftId, source, start],
  );
  useEffect(read, [read]);

  const isDone = news?.step === 'done';
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t(source === 'photo' ? 'card.identityCard' : 'card.identityCardData')}
      width="wide"
      actions={
        <>
          {news?.step === 'failed' || error !== null ? (
            <Button variant="primary" size="large" onPress={read}>
              {t('common.retry')}
            </Button>
          ) : null}
          <Button variant={isDone ? 'primary' : 'secondary'} size="large" onPress={onClose}>
            {t(isDone ? 'common.done' : 'common.cancel')}
          </Button>
        </>
      }
    >
      {!isDone ? (
        <CardProgress
          document={source === 'photo' ? 'identityCard' : 'vendorCard'}
          icon={IdCard}
          news={news}
          error={error}
        />
      ) : news.photo ? (
        <>
          <Banner tone="neutral" title={t('card.compare')}>
            {t('card.compareHelp')}
          </Banner>
          <ChipPortrait picture={news.photo} name={t('card.identityPhoto')} note={t('card.portraitShown')} />
        </>
      ) : (
        <FilledFields
          source="identity-card"
          filled={news.filled}
          differs={news.differs}
          serviceKey={draft.serviceKey}
        />
      )}
    </Dialog>
  );
}
