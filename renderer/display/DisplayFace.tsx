import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { PracticeMark } from '../counter/PracticeMark.tsx';
import { Siger, TapisStrip } from '../design/Tapis.tsx';
import { useFormat } from '../system/language.ts';
import { useFacts, useNow } from '../system/now.ts';
import { useStation } from '../system/station-context.tsx';
import styles from './DisplayFace.module.css';
import { LastCalls } from './LastCalls.tsx';
import { NoticeStrip } from './NoticeStrip.tsx';
import { NowCalled } from './NowCalled.tsx';
import { useSpokenCalls } from './spoken-calls.ts';
import { WaitingGroups } from './WaitingGroups.tsx';

/** Also without news the board is read again, so that it is empty after midnight. */
const READ_AGAIN_MS = 60_000;

/** The hall's screen: which number goes to which counter, who was called, how many wait. Numbers only. */
export function DisplayFace() {
  const { t } = useTranslation();
  const { link, queries } = useStation();
  const format = useFormat();
  const facts = useFacts();
  const now = useNow();
  const board = useQuery({ ...queries.queue.board.queryOptions(), refetchInterval: READ_AGAIN_MS }).data;
  const spoken = useSpokenCalls(board, now);
  useEffect(() => {
    if (board) link.tellInteractive();
  }, [board, link]);
  const [serving, ...others] = board?.serving ?? [];
  const calls = board?.calls.filter(({ number }) => number !== serving?.number) ?? [];
  return (
    <main className={styles.display} data-spoken={spoken}>
      <header className={styles.head}>
        <Siger size={64} />
        <h1 className={styles.name}>{facts?.stationName}</h1>
        {facts?.mode === 'practice' ? <PracticeMark short /> : null}
        <div className={styles.clock}>
          <span className={styles.day}>{format.longDay(now)}</span>
          <time className={styles.time}>{format.time(now)}</time>
        </div>
      </header>
      <TapisStrip />
      <div className={styles.board}>
        <NowCalled serving={serving} others={others} />
        <aside className={styles.side}>
          <LastCalls calls={calls} />
          {board ? <WaitingGroups groups={board.groups} /> : null}
        </aside>
      </div>
      <NoticeStrip now={now} />
      {board ? null : <p className={styles.starting}>{t('display.starting')}</p>}
    </main>
  );
}
