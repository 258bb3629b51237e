import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../../design/class-names.ts';
import styles from './DocumentDrawing.module.css';
import { FamilyCard } from './FamilyCard.tsx';
import { IdentityCard } from './IdentityCard.tsx';
import { Letter } from './Letter.tsx';
import { PassportCover, PassportData } from './Passport.tsx';

/** By the beginning of a requirement page's key, the longest first; whatever else a catalog asks for is a letter. */
const DRAWINGS: readonly (readonly [beginning: string, Drawing: ComponentType])[] = [
  ['identity-card', IdentityCard],
  ['family-card', FamilyCard],
  ['old-passport.cover', PassportCover],
  ['old-passport', PassportData],
  ['damaged-passport.cover', PassportCover],
  ['damaged-passport', PassportData],
  ['passport', PassportData],
];

/** What a document looks like, drawn by us, with no real person, number or emblem in it. */
export function DocumentDrawing({ page, name }: { page: string; name: string }) {
  const { t } = useTranslation();
  const Drawing = DRAWINGS.find(([beginning]) => page.startsWith(beginning))?.[1] ?? Letter;
  return (
    <figure className={classNames(styles.figure)}>
      <svg
        viewBox="0 0 320 210"
        role="img"
        aria-label={t('self.documentSample', { document: name })}
        className={classNames(styles.drawing)}
      >
        <Drawing />
      </svg>
      <figcaption className={classNames(styles.mark)}>{t('self.sampleMark')}</figcaption>
    </figure>
  );
}
