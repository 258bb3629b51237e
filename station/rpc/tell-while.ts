/**
 * What `work` tells, as a stream for a face, until the work ends, `signal` fires or the face closes the stream; either
 * of the latter fires the signal the work was given. A face that does not keep up gets the newest of several steps of
 * one name. Ends as the work does, and quietly when it was ended from outside.
 */
export async function* tellWhile<News extends { readonly step: string }>(
  signal: AbortSignal | undefined,
  work: (tell: (news: News) => void, signal: AbortSignal) => Promise<void>,
): AsyncGenerator<News, void> {
  const closing = new AbortController();
  const ending = signal ? AbortSignal.any([signal, closing.signal]) : closing.signal;
  let waiting: News[] = [];
  let isOver = false;
  let wake: () => void = () => undefined;

  function tell(news: News): void {
    if (isOver || ending.aborted) return;
    waiting = waiting.at(-1)?.step === news.step ? waiting.toSpliced(-1, 1, news) : [...waiting, news];
    wake();
  }
  const over = () => {
    isOver = true;
    wake();
  };
  const working = work(tell, ending);
  working.then(over, over);
  const stop = () => wake();
  ending.addEventListener('abort', stop);
  try {
    while (!ending.aborted) {
      const news = waiting;
      waiting = [];
      for (const each of news) yield each;
      if (waiting.length > 0) continue;
      if (isOver) break;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    if (!ending.aborted) await working;
  } finally {
    ending.removeEventListener('abort', stop);
    closing.abort();
    await working.catch(() => undefined);
  }
}
