import { BookOpen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Banner } from '../../design/Banner.tsx';
import { Button } from '../../design/Button.tsx';
import { goTo } from '../../system/place.ts';
import { useCatalogNews } from './use-catalog-news.ts';

/** That rules changed since this officer last read them; nothing once they have. */
export function NewsBanner() {
  const { t } = useTranslation();
  const count = useCatalogNews()?.changes.length ?? 0;
  if (count === 0) return null;
  return (
    <Banner
      tone="office"
      icon={BookOpen}
      title={t('information.changed', { count })}
      action={
        <Button size="small" onPress={() => goTo({ name: 'information', reading: null })}>
          {t('information.look')}
        </Button>
      }
    />
  );
}
