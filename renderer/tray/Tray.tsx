import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CameraScene, cameraSceneSchema, type PracticeState } from '../../contract/station/practice.ts';
import { LanguageButton } from '../counter/LanguageButton.tsx';
import { Banner } from '../design/Banner.tsx';
import { ChoiceCards } from '../design/ChoiceCards.tsx';
import { Loading } from '../design/Loading.tsx';
import { useErrorWords } from '../system/error-words.ts';
import { useStation } from '../system/station-context.tsx';
import { OtherDevices } from './OtherDevices.tsx';
import { PaperSlot } from './PaperSlot.tsx';
import { ReaderSwitches } from './ReaderSwitches.tsx';
import { ScannerSwitches } from './ScannerSwitches.tsx';
import { SpecimenSheet } from './SpecimenSheet.tsx';
import { Switches } from './Switches.tsx';
import styles from './Tray.module.css';

/** The virtual devices of practice mode, as they would lie on the desk. */
export function Tray() {
  const { t } = useTranslation();
  const words = useErrorWords();
  const { client, queries } = useStation();
  const cache = useQueryClient();
  const state = useQuery(queries.practice.state.queryOptions()).data;
  const specimens = useQuery(queries.practice.specimens.queryOptions()).data;
  const [chosen, setChosen] = useState<string | null>(null);
  const specimen = specimens?.find(({ key }) => key === chosen) ?? specimens?.[0];
  const change = useMutation({
    mutationFn: async (work: () => Promise<PracticeState>) => await work(),
    onSuccess: (next) => cache.setQueryData(queries.practice.state.queryKey(), next),
  });
  if (!state || !specimens || !specimen) return <Loading />;
  const putUnderCamera = (scene: CameraScene, key: string) =>
    change.mutate(() => client.practice.setScene({ scene, specimen: key }));
  return (
    <main className={styles.tray}>
      <header className={styles.head}>
        <h1>{t('tray.title')}</h1>
        <p>{t('tray.virtual')}</p>
        <LanguageButton />
      </header>
      {change.error ? <Banner tone="bad" role="alert" title={words(change.error)} /> : null}
      <PaperSlot state={state} />
      <Switches state={state} change={change.mutate} />
      <ChoiceCards
        label={t('tray.citizen')}
        choices={specimens.map(({ key, fullName }) => ({ key, label: fullName }))}
        value={specimen.key}
        onChange={(key) => {
          setChosen(key);
          if (state.scene !== 'empty-table') putUnderCamera(state.scene, key);
        }}
      />
      <ChoiceCards
        label={t('tray.scene')}
        choices={cameraSceneSchema.options.map((scene) => ({ key: scene, label: t(`tray.scenes.${scene}`) }))}
        value={state.scene}
        onChange={(key) => putUnderCamera(cameraSceneSchema.parse(key), specimen.key)}
      />
      <ScannerSwitches state={state} specimen={specimen.key} change={change.mutate} />
      <ReaderSwitches state={state} specimen={specimen.key} change={change.mutate} />
      <OtherDevices state={state} specimen={specimen.key} change={change.mutate} />
      <SpecimenSheet specimen={specimen} />
    </main>
  );
}
