import { Accessibility } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../design/class-names.ts';
import { PlainButton } from '../../design/PlainButton.tsx';
import styles from './AccessButton.module.css';

/** A large round button with the sign known from doors and lifts. */
export function AccessButton({ large = false, onPress }: { large?: boolean; onPress: () => void }) {
  const { t } = useTranslation();
  return (
    <PlainButton
      className={classNames(styles.access, large && styles.large)}
      aria-label={t('self.access.title')}
      onPress={onPress}
    >
      <Accessibility aria-hidden size={40} className={styles.sign} />
    </PlainButton>
  );
}
