import { Box, Flex, Loader, Typography } from '@strapi/design-system';
import { useApiMessage } from 'suite-kit/admin';
import { PLUGIN_ID } from '../../../shared/plugin';
import { useGetSharedEntryQuery } from '../services/shares';
import { useTexts } from '../texts';
import { OwnerLines } from './OwnerLines';
import { ReaderLines } from './ReaderLines';

export type EntryRef = { contentType: string; documentId: string; locale: string };

/** Beside an entry: who reads it besides its site, or whose it is. */
export const SharingLines = (entry: EntryRef) => {
  const t = useTexts();
  const toMessage = useApiMessage(PLUGIN_ID);
  const { contentType, documentId, locale } = entry;
  const query = useGetSharedEntryQuery({
    contentType,
    documentId,
    ...(locale ? { locale } : {}),
  });
  const { data, error } = query;
  if (query.isLoading) return <Loader small>{t('panel.loading')}</Loader>;
  if (error) {
    return (
      <Typography textColor="danger600" role="alert">
        {toMessage(error)}
      </Typography>
    );
  }
  if (!data) return null;
  return (
    <Box tag="section" aria-label={t('share.region')}>
      <Flex direction="column" alignItems="stretch" gap={2}>
        {data.isOwner ? (
          <OwnerLines entry={entry} shared={data} />
        ) : (
          <ReaderLines entry={entry} shared={data} />
        )}
      </Flex>
    </Box>
  );
};
