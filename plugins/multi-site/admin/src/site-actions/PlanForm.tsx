import type { ReactNode } from 'react';
import { Button, Flex, Loader, Modal, Typography } from '@strapi/design-system';
import { useApiMessage } from 'suite-kit/admin';
import { PLUGIN_ID } from '../../../shared/plugin';
import { useTexts } from '../texts';

type Props = {
  /** What this kind of action does, in a sentence or two. */
  explain: string;
  /** What is chosen before a plan can be made. */
  fields: ReactNode;
  /** What will happen; absent until enough is chosen. */
  plan: ReactNode;
  /** Said while the plan is made. */
  lookingLabel: string;
  isLooking: boolean;
  problem: unknown;
  confirmLabel: string;
  canConfirm: boolean;
  isBusy: boolean;
  onConfirm: () => Promise<unknown>;
  onClose: () => void;
};

/** The one shape of moving, copying and sharing: questions, then what will happen, then doing it. */
export const PlanForm = ({
  explain,
  fields,
  plan,
  lookingLabel,
  isLooking,
  problem,
  confirmLabel,
  canConfirm,
  isBusy,
  onConfirm,
  onClose,
}: Props) => {
  const t = useTexts();
  const toMessage = useApiMessage(PLUGIN_ID);
  return (
    <>
      <Modal.Body>
        <Flex direction="column" alignItems="stretch" gap={5}>
          <Typography textColor="neutral600">{explain}</Typography>
          {fields}
          {isLooking ? <Loader small>{lookingLabel}</Loader> : null}
          {problem ? (
            <Typography textColor="danger600" role="alert">
              {toMessage(problem)}
            </Typography>
          ) : null}
          {plan}
        </Flex>
      </Modal.Body>
      <Modal.Footer>
        <Button variant="tertiary" onClick={onClose}>
          {t('members.cancel')}
        </Button>
        <Button disabled={!canConfirm} loading={isBusy} onClick={() => void onConfirm()}>
          {confirmLabel}
        </Button>
      </Modal.Footer>
    </>
  );
};
