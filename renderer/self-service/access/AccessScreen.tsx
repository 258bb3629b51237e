import { AArrowUp, Check, Contrast, House, type LucideIcon, MousePointerClick, Volume2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../design/class-names.ts';
import choiceStyles from '../frame/Choices.module.css';
import { useComfort } from '../frame/comfort.tsx';
import { Question } from '../frame/Question.tsx';
import { useVisit } from '../visit-context.tsx';
import styles from './AccessScreen.module.css';
import { useAccess } from './access.tsx';
import { SCAN_SPEEDS } from './scan-speed.ts';

/** How a citizen who cannot touch, see or read well uses this screen. Each choice works at once. */
export function AccessScreen() {
  const { t } = useTranslation();
  const { go, whenSettled } = useVisit();
  const { text, highContrast, nextText, switchContrast } = useComfort();
  const { scanning, speed, readAloud, setScanning, setSpeed, setReadAloud } = useAccess();
  return (
    <Question title={t('self.access.title')} words={t('self.access.words')}>
      <ul data-scan="list" aria-label={t('self.access.title')} className={styles.choices}>
        <Choice
          icon={House}
          label={t('self.access.goOn')}
          onPress={whenSettled(() => go({ name: 'menu' }))}
        />
        <Choice
          icon={MousePointerClick}
          label={t('self.access.scanning')}
          detail={t('self.access.scanningWords')}
          on={scanning}
          onPress={() => setScanning(!scanning)}
        />
        <Choice
          icon={Volume2}
          label={t('self.access.readAloud')}
          detail={t('self.access.readAloudWords')}
          on={readAloud}
          onPress={() => setReadAloud(!readAloud)}
        />
        <Choice icon={AArrowUp} label={t(`self.textSize.${text}`)} onPress={nextText} />
        <Choice
          icon={Contrast}
          label={t('self.access.contrast')}
          on={highContrast}
          onPress={switchContrast}
        />
      </ul>
      <section className={styles.speed} aria-label={t('self.access.speed')}>
        <h2>{t('self.access.speed')}</h2>
        <ul data-scan="list" className={styles.speeds}>
          {SCAN_SPEEDS.map((each) => (
            <Choice
              key={each}
              label={t(`self.access.${each}`)}
              on={speed === each}
              onPress={() => setSpeed(each)}
            />
          ))}
        </ul>
      </section>
    </Question>
  );
}

function Choice({
  icon: Icon,
  label,
  detail,
  on,
  onPress,
}: {
  icon?: LucideIcon;
  label: string;
  detail?: string;
  /** Left out where nothing is switched. */
  on?: boolean;
  onPress: () => void;
}) {
  return (
    <li>
      <button
        type="button"
        aria-pressed={on}
        className={classNames(choiceStyles.choice, styles.choice, on && styles.on)}
        onClick={onPress}
      >
        {Icon ? (
          <span className={choiceStyles.picture}>
            <Icon aria-hidden size={44} />
          </span>
        ) : null}
        <span className={styles.words}>
          <span className={styles.label}>{label}</span>
          {detail ? <span className={styles.detail}>{detail}</span> : null}
        </span>
        {on ? <Check aria-hidden size={40} /> : null}
      </button>
    </li>
  );
}
