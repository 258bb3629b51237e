import type { LucideIcon } from 'lucide-react';
import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../design/Button.tsx';
import { goTo, type Place } from '../system/place.ts';
import styles from './ListPage.module.css';

/** A page below the home screen: its name, the way back, its content. */
export function ListPage({
  title,
  icon: Icon,
  aside,
  back,
  children,
}: {
  title: string;
  icon: LucideIcon;
  aside?: ReactNode;
  /** The way back where it is not the home screen. */
  back?: { readonly label: string; readonly place: Place };
  children: ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <main className={styles.page}>
      <header className={styles.head}>
        <Button variant="secondary" icon={ArrowLeft} onPress={() => goTo(back?.place ?? { name: 'home' })}>
          {back?.label ?? t('home.home')}
        </Button>
        <h1 className={styles.title}>
          <Icon aria-hidden size={34} />
          {title}
        </h1>
        {aside}
      </header>
      {children}
    </main>
  );
}

/** The button that fetches the next page of a list; nothing when there is none. */
export function MoreButton({
  query,
}: {
  query: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => Promise<unknown> };
}) {
  const { t } = useTranslation();
  if (!query.hasNextPage) return null;
  return (
    <div className={styles.more}>
      <Button
        busy={query.isFetchingNextPage}
        onPress={() => {
          query.fetchNextPage().catch(() => undefined);
        }}
      >
        {t('common.more')}
      </Button>
    </div>
  );
}
