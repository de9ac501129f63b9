import type { ReactNode } from 'react';
import { Box, Button, EmptyStateLayout, Flex, Loader, Typography } from '@strapi/design-system';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { useApiMessage } from 'suite-kit/admin';
import { PLUGIN_ID } from '../../../../shared/plugin';
import { useTexts } from '../../texts';

type Props = {
  isLoading: boolean;
  error: unknown;
  onRetry: () => void;
  /** The sentence for a list without rows; null where there are some. */
  empty: string | null;
  children: ReactNode;
};

/** One tab's own loading, error and empty state; the page around it stays. */
export const TabState = ({ isLoading, error, onRetry, empty, children }: Props) => {
  const t = useTexts();
  const toMessage = useApiMessage(PLUGIN_ID);
  if (isLoading) {
    return (
      <Flex justifyContent="center" padding={8} background="neutral0" hasRadius>
        <Loader>{t('panel.loading')}</Loader>
      </Flex>
    );
  }
  if (error) {
    return (
      <Box role="alert" padding={6} background="neutral0" hasRadius>
        <Flex direction="column" gap={4}>
          <Typography textColor="danger600">{toMessage(error)}</Typography>
          <Button variant="secondary" onClick={onRetry}>
            {t('sharing.retry')}
          </Button>
        </Flex>
      </Box>
    );
  }
  if (empty !== null) {
    return (
      <EmptyStateLayout
        icon={<EmptyDocuments width="16rem" />}
        content={empty}
        shadow="tableShadow"
        hasRadius
      />
    );
  }
  return children;
};
