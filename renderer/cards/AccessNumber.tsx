import { useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Banner } from '../design/Banner.tsx';
import { Button } from '../design/Button.tsx';
import { classNames } from '../design/class-names.ts';
import { TextField } from '../design/TextField.tsx';
import styles from './AccessNumber.module.css';

/** Digits of a card access number (ICAO Doc 9303-4, 3.1.1: six; some documents print more). */
const SHORTEST = 6;
const LONGEST = 10;

/** What opens a passport whose machine-readable lines are not there. */
export function AccessNumber({ onEntered }: { onEntered: (number: string) => void }) {
  const { t } = useTranslation();
  const [number, setNumber] = useState('');
  return (
    <Form
      className={classNames(styles.form)}
      onSubmit={(event) => {
        event.preventDefault();
        if (number.length >= SHORTEST) onEntered(number);
      }}
    >
      <Banner tone="neutral" title={t('card.mrzFirst')}>
        {t('card.mrzFirstHelp')}
      </Banner>
      <TextField
        label={t('card.accessNumber')}
        hint={t('card.accessNumberHint')}
        inputMode="numeric"
        maximumLength={LONGEST}
        value={number}
        onChange={setNumber}
      />
      <Button type="submit" isDisabled={number.length < SHORTEST}>
        {t('card.useAccessNumber')}
      </Button>
    </Form>
  );
}
