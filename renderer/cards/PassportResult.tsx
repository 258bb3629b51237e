import { ShieldAlert, ShieldCheck, ShieldQuestionMark } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { PassportNews, PassportVerdict } from '../../contract/station/cards.ts';
import { Banner } from '../design/Banner.tsx';
import { ChipPortrait } from './ChipPortrait.tsx';
import { FilledFields } from './FilledFields.tsx';
import styles from './PassportResult.module.css';

const VERDICTS = {
  verified: { tone: 'good', icon: ShieldCheck, role: 'status' },
  'unknown-issuer': { tone: 'neutral', icon: ShieldQuestionMark, role: 'status' },
  failed: { tone: 'bad', icon: ShieldAlert, role: 'alert' },
} as const satisfies Record<PassportVerdict, unknown>;

/** What the chip said: the face in it, how far it can be believed, and which fields it filled. */
export function PassportResult({
  result,
  serviceKey,
}: {
  result: Extract<PassportNews, { step: 'done' }>;
  serviceKey: string;
}) {
  const { t } = useTranslation();
  const { tone, icon, role } = VERDICTS[result.verdict];
  return (
    <div className={styles.result}>
      <Banner tone={tone} icon={icon} role={role} title={t(`card.verdict.${result.verdict}`)}>
        {t(`card.verdictHelp.${result.verdict}`)}
      </Banner>
      <div className={styles.chip}>
        <ChipPortrait
          picture={result.portrait}
          name={t('card.portrait')}
          note={t(result.portraitKept ? 'card.portraitKept' : 'card.portraitShown')}
        />
        {result.verdict === 'failed' ? null : (
          <FilledFields
            source="passport"
            filled={result.filled}
            differs={result.differs}
            serviceKey={serviceKey}
          />
        )}
      </div>
    </div>
  );
}
