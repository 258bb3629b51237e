import { useTranslation } from 'react-i18next';
import type { ChipPicture } from '../../contract/station/cards.ts';
import styles from './ChipPortrait.module.css';
import { useChipPicture } from './chip-picture.ts';

/** The face out of a chip, to be compared with the person at the counter. */
export function ChipPortrait({
  picture,
  name,
  note,
}: {
  picture: ChipPicture | null;
  name: string;
  note: string;
}) {
  const { t } = useTranslation();
  const url = useChipPicture(picture);
  return (
    <figure className={styles.portrait}>
      {picture ? (
        <span className={styles.frame}>{url ? <img src={url} alt={name} /> : null}</span>
      ) : (
        <p>{t('card.noPortrait')}</p>
      )}
      {picture ? <figcaption>{note}</figcaption> : null}
    </figure>
  );
}
