import { Box, Button } from '@strapi/design-system';
import { Eye } from '@strapi/icons';
import { Card, Notice, useApiMessage } from 'suite-kit/admin';
import type { Source } from '../../../../shared/contracts/sources';
import { PLUGIN_ID } from '../../../../shared/plugin';
import { PreviewResult } from '../../components/PreviewResult';
import { usePreviewFederationSourceMutation } from '../../services/sources';
import { useTexts } from '../../texts';

/** What a run would do now, without doing it. */
export const PreviewCard = ({ source }: { source: Source }) => {
  const t = useTexts();
  const toMessage = useApiMessage(PLUGIN_ID);
  const [preview, { data, error, isLoading }] = usePreviewFederationSourceMutation();
  return (
    <Card
      title={t('preview.title')}
      text={t('preview.text')}
      action={
        <Button
          variant="secondary"
          startIcon={<Eye />}
          loading={isLoading}
          onClick={() => void preview(source.id)}
        >
          {t('preview.show')}
        </Button>
      }
    >
      {error ? (
        <Box role="alert">
          <Notice variant="warning" title={t('preview.failed')}>
            {toMessage(error)}
          </Notice>
        </Box>
      ) : null}
      {data ? <PreviewResult preview={data} /> : null}
    </Card>
  );
};
