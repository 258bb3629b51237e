import type { QueryClient } from '@tanstack/react-query';
import { Activity, type ReactNode, useCallback, useDeferredValue, useEffect, useState } from 'react';
import type { Language } from '../../contract/domain/localized.ts';
import { classNames } from '../design/class-names.ts';
import { NoticesProvider } from '../design/Notices.tsx';
import { useLanguage } from '../system/language.ts';
import { createStationQueries } from '../system/query.ts';
import { ScansProvider } from '../system/scans-provider.tsx';
import { StationProvider, useLinkState } from '../system/station-context.tsx';
import type { StationLink } from '../system/station-link.ts';
import { Attract } from './Attract.tsx';
import { listenForSteps } from './access/step-keys.ts';
import { CameraNoticeContext, useCameraWatch } from './attendance/use-camera-watch.ts';
import { answersForNext } from './everybodys-answers.ts';
import { OutOfService } from './OutOfService.tsx';
import styles from './SelfServiceFace.module.css';
import { Visit } from './Visit.tsx';
import type { Entry } from './visit.ts';
import { VisitOpenContext } from './visit-open.ts';

/**
 * The citizens' face. Everything of one visit lives below a key that changes when the visit ends: what was typed, what was
 * looked up and what is being asked goes with it, and the language is Indonesian again.
 * @param answers where what the welcome shows was asked for before anything was drawn
 */
export function SelfServiceFace({ link, answers }: { link: StationLink; answers: QueryClient }) {
  const { change } = useLanguage();
  const [queries] = useState(() => createStationQueries(link.client));
  const [visit, setVisit] = useState(() => ({
    number: 1,
    open: false,
    entry: 'menu' as Entry,
    answers,
  }));
  const notice = useCameraWatch(link, visit.open);
  useEffect(() => listenForSteps(window), []);
  const begin = (language: Language, entry: Entry) => {
    change(language);
    setVisit((last) => ({ ...last, open: true, entry }));
  };
  const end = useCallback(() => {
    change('id');
    setVisit(({ number, answers }) => ({
      number: number + 1,
      open: false,
      entry: 'menu',
      answers: answersForNext(queries, answers),
    }));
  }, [change, queries]);
  return (
    <StationProvider key={visit.number} link={link} answers={visit.answers}>
      <NoticesProvider>
        <ScansProvider>
          <Station>
            {/* Hidden by the first touch, which is quicker than to unmake it; the end of the visit does. */}
            <Activity mode={visit.open ? 'hidden' : 'visible'}>
              <Attract onBegin={begin} />
            </Activity>
            <CameraNoticeContext value={notice}>
              <VisitOpenContext value={visit.open}>
                <div className={classNames(styles.visit, !visit.open && styles.waiting)}>
                  <AfterFirstPicture now={visit.open}>
                    <Visit entry={visit.entry} onEnd={end} />
                  </AfterFirstPicture>
                </div>
              </VisitOpenContext>
            </CameraNoticeContext>
          </Station>
        </ScansProvider>
      </NoticesProvider>
    </StationProvider>
  );
}

/** What nobody sees yet is made once the welcome stands, so that the end of a visit does not wait for the next one. */
function AfterFirstPicture({ now, children }: { now: boolean; children: ReactNode }) {
  const due = useDeferredValue(true, false);
  return due || now ? children : null;
}

/** Without a station nothing can be done here, and the screen says who can help instead. */
function Station({ children }: { children: ReactNode }) {
  const { state } = useLinkState();
  if (state === 'fatal') return <OutOfService />;
  return children;
}
