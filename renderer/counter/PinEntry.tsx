import { ORPCError } from '@orpc/client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ArrowLeft, Delete } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button } from '../design/Button.tsx';
import { classNames } from '../design/class-names.ts';
import { type FieldNote, FieldNotes } from '../design/FieldNotes.tsx';
import { PlainButton } from '../design/PlainButton.tsx';
import { useErrorWords } from '../system/error-words.ts';
import { useStation } from '../system/station-context.tsx';
import styles from './PinEntry.module.css';
import { givePin, type PinSteps } from './pin-steps.ts';

const LONGEST_PIN = 12;
const SHORTEST_PIN = 6;
const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

/** PIN by finger or keyboard. What is typed is never shown, only how much. */
export function PinEntry({
  officer,
  counter,
  practicePin,
  title,
  submitWords,
  onOther,
}: {
  officer: { readonly id: string };
  /** Where the officer sits; undefined when a lock is opened, which moves nobody. */
  counter?: number | undefined;
  practicePin: string | null;
  title: string;
  submitWords: string;
  onOther: () => void;
}) {
  const { t } = useTranslation();
  const { queries } = useStation();
  const cache = useQueryClient();
  const errorWords = useErrorWords();
  const [pin, setPin] = useState('');
  const [steps, setSteps] = useState<PinSteps>({ step: 'pin' });
  const box = useRef<HTMLInputElement>(null);
  const signIn = useMutation(
    queries.access.signIn.mutationOptions({
      onSuccess: (session) => cache.setQueryData(queries.access.session.queryKey(), session),
      onError: (error) => {
        const toChange = error instanceof ORPCError && error.code === 'PIN_TO_CHANGE';
        setSteps(toChange ? { step: 'new', starting: pin, problem: null } : { step: 'pin' });
        setPin('');
        box.current?.focus();
      },
    }),
  );
  const newPinNote = useNewPinNote(steps);
  const lockedOut = signIn.error instanceof ORPCError && signIn.error.code === 'PIN_LOCKED_OUT';

  function type(text: string): void {
    signIn.reset();
    setPin(text.replaceAll(/\D/g, '').slice(0, LONGEST_PIN));
  }

  function submit(): void {
    if (pin.length < SHORTEST_PIN || signIn.isPending) return;
    const given = givePin(steps, pin);
    if (!('steps' in given)) {
      signIn.mutate({ officerId: officer.id, ...given, ...(counter === undefined ? {} : { counter }) });
      return;
    }
    setSteps(given.steps);
    setPin('');
    box.current?.focus();
  }

  return (
    <Form
      className={classNames(styles.entry)}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div className={styles.head}>
        <h1 className={styles.title}>
          {steps.step === 'pin' ? title : t(steps.step === 'new' ? 'access.newPin' : 'access.newPinAgain')}
        </h1>
        <input
          ref={box}
          // The PIN is the only thing to do here
          autoFocus
          type="password"
          inputMode="none"
          autoComplete="off"
          aria-label={t('access.pin')}
          aria-describedby="pin-notes"
          className={styles.box}
          value={pin}
          onChange={(event) => type(event.target.value)}
        />
        <div id="pin-notes" className={styles.notes}>
          <FieldNotes
            notes={
              newPinNote
                ? [newPinNote]
                : signIn.error
                  ? [{ key: 'error', tone: lockedOut ? 'warn' : 'bad', text: errorWords(signIn.error) }]
                  : practicePin
                    ? [
                        {
                          key: 'practice',
                          tone: 'neutral',
                          text: t('access.practicePin', { pin: practicePin }),
                        },
                      ]
                    : [{ key: 'hint', tone: 'neutral', text: t('access.pinHint') }]
            }
          />
        </div>
      </div>
      <div className={styles.pad}>
        {KEYS.map((digit) => (
          <PadKey key={digit} label={t('access.digit', { digit })} onPress={() => type(pin + digit)}>
            {digit}
          </PadKey>
        ))}
        <span />
        <PadKey label={t('access.digit', { digit: '0' })} onPress={() => type(`${pin}0`)}>
          0
        </PadKey>
        <PadKey label={t('access.erase')} quiet onPress={() => type(pin.slice(0, -1))}>
          <Delete aria-hidden size={32} />
        </PadKey>
      </div>
      <div className={styles.actions}>
        <Button variant="quiet" size="large" icon={ArrowLeft} onPress={onOther}>
          {t('access.otherOfficer')}
        </Button>
        <Button
          type="submit"
          variant="primary"
          size="large"
          wide
          busy={signIn.isPending}
          isDisabled={pin.length < SHORTEST_PIN}
        >
          {steps.step === 'new' ? t('access.next') : submitWords}
        </Button>
      </div>
    </Form>
  );
}

/** What is said while a new PIN is made; null while the present one is asked. */
function useNewPinNote(steps: PinSteps): FieldNote | null {
  const { t } = useTranslation();
  switch (steps.step) {
    case 'pin':
      return null;
    case 'again':
      return { key: 'again', tone: 'neutral', text: t('access.newPinAgainHint') };
    case 'new':
      if (steps.problem === 'same') return { key: 'same', tone: 'bad', text: t('access.newPinSame') };
      if (steps.problem === 'differs')
        return { key: 'differs', tone: 'bad', text: t('access.newPinDiffers') };
      return { key: 'new', tone: 'neutral', text: t('access.newPinHint') };
  }
}

function PadKey({
  label,
  quiet = false,
  onPress,
  children,
}: {
  label: string;
  quiet?: boolean;
  onPress: () => void;
  children: ReactNode;
}) {
  return (
    <PlainButton
      aria-label={label}
      className={classNames(styles.key, quiet && styles.quiet)}
      onPress={onPress}
      leavesFocus
    >
      {children}
    </PlainButton>
  );
}
