import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { IconButton } from './Button.tsx';
import { classNames } from './class-names.ts';
import styles from './Dialog.module.css';

export interface DialogProps {
  isOpen: boolean;
  /** Called by the cross, Escape and a press outside. Leave out where an answer is needed: then only `actions` close it. */
  onClose?: (() => void) | undefined;
  title: string;
  /** Buttons at the foot, the safe one first. */
  actions?: ReactNode;
  /** `narrow` for a question, `wide` for work such as cropping, `full` for the camera. */
  width?: 'narrow' | 'wide' | 'full';
  role?: 'dialog' | 'alertdialog';
  children?: ReactNode;
}

/** A question or a piece of work above the page. The finger and the screen reader stay inside. */
export function Dialog({
  isOpen,
  onClose,
  title,
  actions,
  width = 'narrow',
  role = 'dialog',
  children,
}: DialogProps) {
  const { t } = useTranslation();
  return (
    <ModalOverlay
      isOpen={isOpen}
      isDismissable={onClose !== undefined}
      isKeyboardDismissDisabled={onClose === undefined}
      onOpenChange={(open) => {
        if (!open) onClose?.();
      }}
      className={classNames(styles.overlay)}
    >
      <Modal className={classNames(styles.modal, styles[width])}>
        <AriaDialog role={role} className={classNames(styles.dialog)}>
          <header className={styles.head}>
            <Heading slot="title" className={classNames(styles.title)}>
              {title}
            </Heading>
            {onClose ? <IconButton icon={X} label={t('common.close')} onPress={onClose} /> : null}
          </header>
          <div className={styles.body}>{children}</div>
          {actions ? <footer className={styles.actions}>{actions}</footer> : null}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
