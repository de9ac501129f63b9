import { BackButton } from '@strapi/strapi/admin';
import { useParams } from 'react-router-dom';
import { PageFrame, pageState, useApiMessage } from 'suite-kit/admin';
import { PLUGIN_ID } from '../../../../shared/plugin';
import { PATHS } from '../../paths';
import { usePermissions } from '../../permissions';
import { useGetFederationSourceQuery } from '../../services/sources';
import { useTexts } from '../../texts';
import { draftOf, newDraft } from './draft';
import { Wizard } from './Wizard';

const ownTimeZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';

/** Connects a new source. */
export const NewSourcePage = () => {
  const t = useTexts();
  const { canManage, isLoading } = usePermissions();
  return (
    <PageFrame
      title={t('wizard.title')}
      help={t('wizard.help')}
      navigationAction={<BackButton fallback={PATHS.sources} />}
      state={pageState({
        isAllowed: canManage,
        isLoading,
        problem: null,
        onRetry: () => undefined,
      })}
    >
      <Wizard initial={newDraft(ownTimeZone())} />
    </PageFrame>
  );
};

/** The same steps with what was chosen before. */
export const EditSourcePage = () => {
  const t = useTexts();
  const { id = '' } = useParams();
  const toMessage = useApiMessage(PLUGIN_ID);
  const { canManage, isLoading } = usePermissions();
  const { data: source, ...query } = useGetFederationSourceQuery(id, { skip: !canManage });
  return (
    <PageFrame
      title={source ? t('wizard.edit-title', { name: source.name }) : t('source.title')}
      help={t('wizard.help')}
      navigationAction={<BackButton fallback={PATHS.source(id)} />}
      state={pageState({
        isAllowed: canManage,
        isLoading: isLoading || query.isLoading,
        problem: query.isError ? toMessage(query.error) : null,
        onRetry: () => void query.refetch(),
      })}
    >
      {source ? <Wizard initial={draftOf(source)} /> : null}
    </PageFrame>
  );
};
