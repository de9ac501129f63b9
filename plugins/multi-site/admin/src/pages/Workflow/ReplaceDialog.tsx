import { useState } from 'react';
import {
  Button,
  Field,
  Flex,
  Modal,
  SingleSelect,
  SingleSelectOption,
  Typography,
} from '@strapi/design-system';
import type { Stage } from '../../../../shared/contracts/workflows';
import { useTexts } from '../../texts';

type Props = {
  /** Stages that were taken out and are not empty. */
  stages: (Stage & { count: number })[];
  left: Stage[];
  onClose: () => void;
  onConfirm: (replace: Record<string, string>) => Promise<void>;
};

/** Entries in a stage that goes away need another one. */
export const ReplaceDialog = ({ stages, left, onClose, onConfirm }: Props) => {
  const t = useTexts();
  const [replace, setReplace] = useState<Record<string, string>>(() =>
    Object.fromEntries(stages.map(({ key }) => [key, left[0]?.key ?? ''])),
  );
  const [isBusy, setIsBusy] = useState(false);
  const confirm = async () => {
    setIsBusy(true);
    await onConfirm(replace);
  };
  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content>
        <Modal.Header closeLabel={t('members.cancel')}>
          <Modal.Title>{t('workflow.replace-title')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Typography>{t('workflow.replace-text')}</Typography>
            {stages.map(({ key, name, count }) => (
              <Field.Root key={key} name={`replace-${key}`}>
                <Field.Label>{t('workflow.replace', { name, count })}</Field.Label>
                <SingleSelect
                  value={replace[key] ?? null}
                  onChange={(to) => setReplace({ ...replace, [key]: String(to) })}
                >
                  {left.map((stage) => (
                    <SingleSelectOption key={stage.key} value={stage.key}>
                      {stage.name}
                    </SingleSelectOption>
                  ))}
                </SingleSelect>
              </Field.Root>
            ))}
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            {t('members.cancel')}
          </Button>
          <Button loading={isBusy} onClick={() => void confirm()}>
            {t('workflow.replace-confirm')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};
