import { Box, LinkButton } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { Link } from 'react-router-dom';
import { HealthPage } from '../../components/HealthPage';
import { PATHS } from '../../paths';
import { usePermissions } from '../../permissions';
import { useListHealthRulesQuery } from '../../services/alerts';
import { useTexts } from '../../texts';
import { useWindow } from '../../window/use-window';
import { ChannelsCard } from './ChannelsCard';
import { EventsCard } from './EventsCard';
import { RulesCard } from './RulesCard';
import { SilencesCard } from './SilencesCard';

/** What is wrong now, what was, when somebody is told, and whom. */
export const AlertsPage = () => {
  const t = useTexts();
  const window = useWindow();
  const { canRead, canManage } = usePermissions();
  const asked = useListHealthRulesQuery(undefined, { skip: !canRead });
  return (
    <HealthPage
      title={t('alerts.title')}
      help={t('alerts.help')}
      asked={asked}
      primaryAction={
        canManage ? (
          <LinkButton tag={Link} to={window.at(PATHS.newRule)} startIcon={<Plus />}>
            {t('alerts.new-rule')}
          </LinkButton>
        ) : undefined
      }
    >
      <Box>
        <EventsCard window={window} />
        <RulesCard rules={asked.data ?? []} />
        <ChannelsCard />
        <SilencesCard rules={asked.data ?? []} />
      </Box>
    </HealthPage>
  );
};
