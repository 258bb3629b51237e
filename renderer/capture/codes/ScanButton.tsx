import { ScanQrCode } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/Button.tsx';
import { ScanDialog } from './ScanDialog.tsx';

/** Opens the camera for a code on a ticket or a receipt. @param onCode told its text; what it means is not known here */
export function ScanButton({ onCode }: { onCode: (text: string) => void }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" icon={ScanQrCode} onPress={() => setOpen(true)}>
        {t('capture.scan')}
      </Button>
      {open ? <ScanDialog onCode={onCode} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
