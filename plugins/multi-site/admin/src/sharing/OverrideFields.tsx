import { useState } from 'react';
import { Badge, Box, Button, Flex, Loader, Modal, Typography } from '@strapi/design-system';
import { ConfirmAction, useApiMessage, useNotify, useOverlayMode } from 'suite-kit/admin';
import type { OverrideField } from '../../../shared/contracts/overrides';
import { PLUGIN_ID } from '../../../shared/plugin';
import {
  useGetOverrideQuery,
  useRemoveOverrideMutation,
  useSetInheritanceMutation,
  useSettleOverrideMutation,
} from '../services/shares';
import { useTexts } from '../texts';

type Props = { id: string; onClose: () => void };

/** Each field: does it follow the original, is it worded here, or is it kept as it is? */
export const OverrideFields = ({ id, onClose }: Props) => {
  const t = useTexts();
  const toMessage = useApiMessage(PLUGIN_ID);
  const notify = useNotify(PLUGIN_ID);
  const { data, error, isLoading } = useGetOverrideQuery(id);
  const [remove] = useRemoveOverrideMutation();
  const [isAsking, setIsAsking] = useState(false);
  const mode = useOverlayMode();
  const takeAway = async () => {
    const answer = await remove(id);
    if ('error' in answer) return notify.problem(answer.error);
    notify.success(t('override.removed'));
    onClose();
    // What is open in the form is gone.
    if (mode.id === id) mode.leave();
  };
  return (
    <Modal.Root open onOpenChange={(isOpen: boolean) => (isOpen ? undefined : onClose())}>
      <Modal.Content>
        <Modal.Header>
          <Modal.Title>{t('override.fields-title')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Typography textColor="neutral600">{t('override.explain')}</Typography>
            {isLoading ? <Loader small>{t('panel.loading')}</Loader> : null}
            {error ? (
              <Typography textColor="danger600" role="alert">
                {toMessage(error)}
              </Typography>
            ) : null}
            <Box tag="ul">
              {(data?.fields ?? []).map((field) => (
                <FieldRow key={field.path} id={id} field={field} />
              ))}
            </Box>
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="danger-light" onClick={() => setIsAsking(true)}>
            {t('override.remove')}
          </Button>
          <Button onClick={onClose}>{t('move.close')}</Button>
        </Modal.Footer>
        <ConfirmAction
          isOpen={isAsking}
          onClose={() => setIsAsking(false)}
          title={t('override.remove-title')}
          confirmLabel={t('override.remove')}
          onConfirm={takeAway}
        >
          {t('override.remove-text')}
        </ConfirmAction>
      </Modal.Content>
    </Modal.Root>
  );
};

const FieldRow = ({ id, field }: { id: string; field: OverrideField }) => {
  const t = useTexts();
  const notify = useNotify(PLUGIN_ID);
  const { path, state } = field;
  const [setInheritance, { isLoading }] = useSetInheritanceMutation();
  const [settle, { isLoading: isSettling }] = useSettleOverrideMutation();
  const inherit = async (inherits: boolean) => {
    const answer = await setInheritance({ id, path, inherits });
    if ('error' in answer) notify.problem(answer.error);
  };
  const decide = async (keep: 'original' | 'override') => {
    const answer = await settle({ id, path, keep });
    if ('error' in answer) notify.problem(answer.error);
  };
  return (
    <Flex
      tag="li"
      justifyContent="space-between"
      gap={2}
      wrap="wrap"
      paddingTop={2}
      paddingBottom={2}
    >
      <Flex gap={2} wrap="wrap">
        <Typography fontWeight="semiBold">{path}</Typography>
        <Badge>{t(`override.state.${state}`)}</Badge>
      </Flex>
      {state === 'review' ? (
        <Flex gap={2} wrap="wrap">
          <Button
            size="S"
            variant="tertiary"
            loading={isSettling}
            aria-label={t('override.keep-original-of', { field: path })}
            onClick={() => void decide('original')}
          >
            {t('override.keep-original')}
          </Button>
          <Button
            size="S"
            variant="tertiary"
            loading={isSettling}
            aria-label={t('override.keep-own-of', { field: path })}
            onClick={() => void decide('override')}
          >
            {t('override.keep-own')}
          </Button>
        </Flex>
      ) : (
        <Button
          size="S"
          variant="tertiary"
          loading={isLoading}
          aria-label={t(state === 'inherited' ? 'override.suspend-of' : 'override.resume-of', {
            field: path,
          })}
          onClick={() => void inherit(state !== 'inherited')}
        >
          {t(state === 'inherited' ? 'override.suspend' : 'override.resume')}
        </Button>
      )}
    </Flex>
  );
};
