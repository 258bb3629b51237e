import { useTranslation } from 'react-i18next';
import type { ReadReply } from '../../../contract/station/hand-carry.ts';
import { Banner } from '../../design/Banner.tsx';
import { missingCase } from '../../system/missing-case.ts';
import styles from './HandCarry.module.css';
import { NewsRead } from './NewsRead.tsx';

/** What the replies on the drive said, the good news first. */
export function RepliesRead({ replies }: { replies: readonly ReadReply[] }) {
  const { t } = useTranslation();
  if (replies.length === 0)
    return (
      <Banner tone="warn" role="alert" title={t('carry.noReply')}>
        {t('carry.noReplyWords')}
      </Banner>
    );
  const received = replies.filter(({ outcome }) => outcome === 'received');
  const others = replies.filter(({ outcome }) => outcome !== 'received');
  return (
    <ul className={styles.replies}>
      {[...received, ...others].map((reply) => (
        <li key={reply.fileName}>
          <ReplyBanner reply={reply} />
        </li>
      ))}
    </ul>
  );
}

function ReplyBanner({ reply }: { reply: ReadReply }) {
  const { t } = useTranslation();
  const { fileName } = reply;
  switch (reply.outcome) {
    case 'received': {
      const { delivered, rejected, news } = reply;
      const answered = delivered + rejected;
      return (
        <Banner
          tone={rejected > 0 ? 'warn' : 'good'}
          title={
            answered === 0
              ? t(news.outcome === 'applied' ? 'carry.newsTitle' : 'carry.nothingNew')
              : t('carry.delivered', { count: delivered })
          }
        >
          {answered === 0 ? null : (
            <p>{rejected > 0 ? t('carry.rejected', { count: rejected }) : t('carry.deliveredWords')}</p>
          )}
          <NewsRead news={news} />
        </Banner>
      );
    }
    case 'replayed':
      return (
        <Banner tone="neutral" title={t('carry.replayed')}>
          {fileName}
        </Banner>
      );
    case 'refused': {
      const isElsewhere = reply.reason === 'wrong-station' || reply.reason === 'older';
      return (
        <Banner tone={isElsewhere ? 'neutral' : 'bad'} title={t(`carry.replyProblem.${reply.reason}`)}>
          {fileName}
        </Banner>
      );
    }
    default:
      return missingCase(reply);
  }
}
