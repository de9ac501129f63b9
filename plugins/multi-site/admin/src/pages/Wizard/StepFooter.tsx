import { useState } from 'react';
import { Button, Flex } from '@strapi/design-system';
import { ArrowLeft, ArrowRight, Check } from '@strapi/icons';
import { ConfirmAction } from 'suite-kit/admin';
import { useTexts } from '../../texts';
import type { Wizard } from './use-wizard';
import { isStarted } from './wizard-state';

type Props = {
  wizard: Wizard;
  isBusy: boolean;
  /** Left out: the button submits the form around it. */
  onNext?: () => void;
  isDisabled?: boolean;
};

/** Back on the left, on on the right; the last button says what it does. */
export const StepFooter = ({ wizard, isBusy, onNext, isDisabled = false }: Props) => {
  const t = useTexts();
  const isFirst = wizard.page === wizard.pages[0];
  const isLast = wizard.page === 'check';
  return (
    <Flex justifyContent="space-between" gap={3} paddingTop={2}>
      <Flex gap={3} wrap="wrap">
        {isFirst ? null : (
          <Button variant="tertiary" startIcon={<ArrowLeft />} onClick={wizard.back}>
            {t('wizard.back')}
          </Button>
        )}
        {isStarted(wizard.state) ? <StartOver onConfirm={wizard.restart} /> : null}
      </Flex>
      <Button
        type={onNext ? 'button' : 'submit'}
        loading={isBusy}
        disabled={isDisabled}
        startIcon={isLast ? <Check /> : undefined}
        endIcon={isLast ? undefined : <ArrowRight />}
        onClick={onNext}
      >
        {t(isLast ? 'wizard.create' : 'wizard.next')}
      </Button>
    </Flex>
  );
};

/** A draft outlives leaving the page; without this nobody would get rid of it. */
const StartOver = ({ onConfirm }: { onConfirm: () => void }) => {
  const t = useTexts();
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      <Button variant="ghost" onClick={() => setIsAsking(true)}>
        {t('wizard.start-over')}
      </Button>
      <ConfirmAction
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        title={t('wizard.start-over')}
        confirmLabel={t('wizard.start-over.confirm')}
        onConfirm={() => {
          setIsAsking(false);
          onConfirm();
          return Promise.resolve();
        }}
      >
        {t('wizard.start-over.text')}
      </ConfirmAction>
    </>
  );
};
