import { IdCard, ScanFace } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Service } from '../../contract/domain/catalog.ts';
import type { Draft } from '../../contract/domain/draft.ts';
import { Button } from '../design/Button.tsx';
import { useIsPlugged } from './card-readers.ts';
import { IdentityCardDialog } from './IdentityCardDialog.tsx';
import styles from './ReadIdentityCard.module.css';

/** The ways to a KTP-el's chip that this kiosk has: its photo where the catalog allows it, its data by a vendor's reader. */
export function ReadIdentityCard({ draft, service }: { draft: Draft; service: Service }) {
  const { t } = useTranslation();
  const hasReader = useIsPlugged('smart-card-reader') && service.chips?.identityCardPhoto === true;
  const hasVendorReader = useIsPlugged('identity-card-reader');
  const [source, setSource] = useState<'photo' | 'biodata' | null>(null);
  const consented = hasConsent(draft, service);
  if (!hasReader && !hasVendorReader && source === null) return null;
  return (
    <div className={styles.ways}>
      {hasVendorReader ? (
        <Button icon={IdCard} onPress={() => setSource('biodata')}>
          {t('card.readIdentityCard')}
        </Button>
      ) : null}
      {hasReader ? (
        <>
          <Button icon={ScanFace} isDisabled={!consented} onPress={() => setSource('photo')}>
            {t('card.readIdentityPhoto')}
          </Button>
          {consented ? null : <p className={styles.note}>{t('card.afterConsent')}</p>}
        </>
      ) : null}
      {source ? <IdentityCardDialog draft={draft} source={source} onClose={() => setSource(null)} /> : null}
    </div>
  );
}

/** As the station sees it: every statement of the consent is agreed to. */
function hasConsent(draft: Draft, service: Service): boolean {
  const asked = service.steps.filter(({ kind }) => kind === 'consent').flatMap((step) => step.fields);
  return asked.length > 0 && asked.every(({ key }) => draft.values[key] === true);
}
