import { useMutation } from '@tanstack/react-query';
import { Printer } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Guide } from '../../../contract/station/self-service.ts';
import { Button } from '../../design/Button.tsx';
import { useNotices } from '../../design/Notices.tsx';
import { useErrorWords } from '../../system/error-words.ts';
import { newIdentifier } from '../../system/identifiers.ts';
import { useLanguage } from '../../system/language.ts';
import { useStation } from '../../system/station-context.tsx';
import { PaperNote } from '../frame/PaperNote.tsx';

/** Takes what is on the screen home on paper, once. */
export function PrintGuide({ guide }: { guide: Guide }) {
  const { t } = useTranslation();
  const { queries } = useStation();
  const { language } = useLanguage();
  const notify = useNotices();
  const errorWords = useErrorWords();
  const [printJobId] = useState(newIdentifier);
  const print = useMutation(
    queries.selfService.printGuide.mutationOptions({
      onError: (error) => notify({ tone: 'bad', text: errorWords(error) }),
    }),
  );
  const ask = (
    <Button
      size="large"
      icon={Printer}
      busy={print.isPending}
      onPress={() => print.mutate({ printJobId, guide, language })}
    >
      {t('self.print')}
    </Button>
  );
  return (
    <PaperNote
      printJobId={print.data ? printJobId : null}
      without={t('self.guideWithoutPaper')}
      ask={print.data ? null : ask}
    />
  );
}
