import { useEffect } from 'react';
import { Box, Button, Flex, Loader } from '@strapi/design-system';
import { useNavigate } from 'react-router-dom';
import { Card, Notice, useApiMessage, useNotify } from 'suite-kit/admin';
import { PLUGIN_ID } from '../../../../shared/plugin';
import { PreviewResult } from '../../components/PreviewResult';
import { PATHS } from '../../paths';
import {
  useCreateFederationSourceMutation,
  usePreviewFederationDraftMutation,
  useUpdateFederationSourceMutation,
} from '../../services/sources';
import { useTexts } from '../../texts';
import { connectionOf, createBodyOf, updateBodyOf } from './draft';
import type { StepProps } from './Wizard';

/** What the first run would do, and the button that makes the source. */
export const PreviewStep = ({ draft, back }: StepProps) => {
  const t = useTexts();
  const notify = useNotify(PLUGIN_ID);
  const navigate = useNavigate();
  const toMessage = useApiMessage(PLUGIN_ID);
  const [preview, { data, error, isLoading }] = usePreviewFederationDraftMutation();
  const [create, creating] = useCreateFederationSourceMutation();
  const [update, updating] = useUpdateFederationSourceMutation();
  const { mappings, policy, site } = draft;

  // Once, when the step is opened: asking the source is what this step is for.
  useEffect(() => {
    void preview({
      ...connectionOf(draft),
      mappings,
      policy,
      ...(site !== null && { site }),
    });
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the draft does not change here
  }, [preview]);

  const save = async () => {
    const result = draft.sourceId
      ? await update({ id: draft.sourceId, body: updateBodyOf(draft) })
      : await create(createBodyOf(draft));
    if ('error' in result) return notify.problem(result.error);
    notify.success(
      t(draft.sourceId ? 'wizard.saved' : 'wizard.created', { name: result.data.name }),
    );
    navigate(PATHS.source(result.data.id));
  };

  return (
    <Card title={t('wizard.preview')} text={t('preview.step-text')}>
      {isLoading ? (
        <Flex justifyContent="center" padding={6}>
          <Loader>{t('preview.loading')}</Loader>
        </Flex>
      ) : null}
      {error ? (
        <Box role="alert">
          <Notice variant="warning" title={t('preview.failed')}>
            {toMessage(error)}
          </Notice>
        </Box>
      ) : null}
      {data ? <PreviewResult preview={data} /> : null}
      <Flex paddingTop={5} gap={2}>
        {back}
        <Button
          disabled={isLoading}
          loading={creating.isLoading || updating.isLoading}
          onClick={() => void save()}
        >
          {t(draft.sourceId ? 'wizard.save' : 'wizard.create')}
        </Button>
      </Flex>
    </Card>
  );
};
