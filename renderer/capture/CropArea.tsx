import 'react-easy-crop/react-easy-crop.css';
import { useState } from 'react';
import Cropper from 'react-easy-crop';
import { useTranslation } from 'react-i18next';
import styles from './CropArea.module.css';
import type { Area } from './picture/picture.ts';

/** Move and enlarge the picture below a frame; what lies in the frame is kept. */
export function CropArea({ url, onArea }: { url: string; onArea: (area: Area) => void }) {
  const { t } = useTranslation();
  const [crop, setCrop] = useState({ x: 0, y: 0 });
  const [zoom, setZoom] = useState(1.2);
  return (
    <div className={styles.cropping}>
      <div className={styles.area}>
        <Cropper
          image={url}
          crop={crop}
          zoom={zoom}
          // Its styles come with ours: the page refuses those a library adds by itself.
          disableAutomaticStylesInjection
          aspect={4 / 3}
          onCropChange={setCrop}
          onZoomChange={setZoom}
          onCropComplete={(_share, area) => onArea(area)}
        />
      </div>
      <label className={styles.zoom}>
        {t('capture.zoom')}
        <input
          type="range"
          min={1}
          max={3}
          step={0.05}
          value={zoom}
          onChange={(event) => setZoom(Number(event.target.value))}
        />
      </label>
    </div>
  );
}
