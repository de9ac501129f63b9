import { useState, type ReactNode } from 'react';
import { Button, Dialog, type ButtonProps } from '@strapi/design-system';
import { ConfirmDialog } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { MESSAGES } from './messages';

type Props = {
  isOpen: boolean;
  onClose: () => void;
  title: string;
  /** Names the object and what will happen to it. */
  children: ReactNode;
  /** A verb: what the button does. */
  confirmLabel: string;
  /** May fail: then the dialog stays open and the caller tells why. */
  onConfirm: () => Promise<void>;
  variant?: ButtonProps['variant'];
};

/** Asks before something happens that people would not expect or cannot take back. */
export const ConfirmAction = ({
  isOpen,
  onClose,
  title,
  children,
  confirmLabel,
  onConfirm,
  variant = 'danger',
}: Props) => {
  const { formatMessage } = useIntl();
  const [isBusy, setIsBusy] = useState(false);

  const confirm = async () => {
    setIsBusy(true);
    try {
      await onConfirm();
    } finally {
      setIsBusy(false);
    }
  };

  return (
    <Dialog.Root open={isOpen} onOpenChange={(open) => !open && onClose()}>
      <ConfirmDialog
        title={title}
        startAction={
          <Dialog.Cancel>
            <Button fullWidth variant="tertiary">
              {formatMessage(MESSAGES.cancel)}
            </Button>
          </Dialog.Cancel>
        }
        endAction={
          <Button fullWidth variant={variant} loading={isBusy} onClick={() => void confirm()}>
            {confirmLabel}
          </Button>
        }
      >
        {children}
      </ConfirmDialog>
    </Dialog.Root>
  );
};
