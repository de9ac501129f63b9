import { Flex, Loader, Typography } from '@strapi/design-system';
import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { useApiMessage } from 'suite-kit/admin';
import { PLUGIN_ID } from '../../../shared/plugin';
import { useSiteChoice } from '../choice';
import { useGetEntryTaskQuery } from '../services/tasks';
import { useTexts } from '../texts';
import { SharingLines } from '../sharing/SharingLines';
import { TaskFields } from './TaskFields';

type Entry = { locale?: string | null; updatedAt?: string; status?: string };

/** Beside an entry: on which site it is, where it stands, and whose turn it is. */
export const WorkflowPanel: PanelComponent = ({ model, documentId, ...props }) => {
  // Strapi types an entry's own fields as anything.
  const document = props.document as Entry | undefined;
  const t = useTexts();
  const { choice } = useSiteChoice();
  const toMessage = useApiMessage(PLUGIN_ID);
  const locale = document?.locale ?? undefined;
  const isKnown = documentId !== undefined && document !== undefined && model.startsWith('api::');
  const query = useGetEntryTaskQuery(
    {
      contentType: model,
      documentId: documentId ?? '',
      ...(locale ? { locale } : {}),
      stamp: `${document?.updatedAt ?? ''} ${document?.status ?? ''}`,
    },
    { skip: !isKnown || choice.kind === 'unsettled' || choice.kind === 'none' },
  );
  if (!isKnown || query.isUninitialized) return null;

  const { data, error } = query;
  const isSeveral = choice.kind === 'site' || choice.kind === 'network';
  // With one site and no workflow there is nothing to say.
  if (data && !data.task && !isSeveral) return null;
  if (!data && !error && !isSeveral) return null;
  return {
    title: t(isSeveral ? 'panel.title' : 'panel.title-one'),
    content: (
      <Flex direction="column" alignItems="stretch" gap={4} width="100%">
        {error ? <Typography textColor="danger600">{toMessage(error)}</Typography> : null}
        {query.isLoading ? <Loader small>{t('panel.loading')}</Loader> : null}
        {data && isSeveral ? (
          <Typography>{t('panel.site', { name: data.site.name })}</Typography>
        ) : null}
        {isSeveral && props.collectionType !== 'single-types' ? (
          <SharingLines contentType={model} documentId={documentId} locale={locale ?? ''} />
        ) : null}
        {data?.task ? <TaskFields task={data.task} entry={data} /> : null}
      </Flex>
    ),
  };
};
