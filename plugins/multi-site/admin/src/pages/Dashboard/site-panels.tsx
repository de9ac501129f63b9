import {
  Button,
  Flex,
  Link,
  Loader,
  Status,
  Typography,
  type StatusProps,
} from '@strapi/design-system';
import { ArrowClockwise } from '@strapi/icons';
import { Link as RouterLink } from 'react-router-dom';
import { BarList } from 'suite-kit/admin';
import type { HostHealth, SiteDashboard } from '../../../../shared/contracts/dashboard';
import { PATHS } from '../../paths';
import { usePermissions } from '../../permissions';
import { useGetDomainHealthQuery } from '../../services/dashboard';
import { useTexts } from '../../texts';
import { Nothing, Panel } from './Panel';

type PeopleProps = { siteId: string; members: SiteDashboard['members']; total: number };

export const PeoplePanel = ({ siteId, members, total }: PeopleProps) => {
  const t = useTexts();
  const { canReadMembers } = usePermissions();
  return (
    <Panel title={t('dashboard.people')}>
      {members.length === 0 ? (
        <Nothing>{t('dashboard.people.none')}</Nothing>
      ) : (
        <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
          {members.map(({ name, roles }) => (
            <Flex tag="li" key={name} justifyContent="space-between" gap={3} wrap="wrap">
              <Typography fontWeight="semiBold">{name}</Typography>
              <Typography textColor="neutral600">{roles.join(', ')}</Typography>
            </Flex>
          ))}
        </Flex>
      )}
      {canReadMembers ? (
        <Flex paddingTop={4}>
          <Link tag={RouterLink} to={PATHS.members(siteId)}>
            {t('dashboard.people.all', { count: total })}
          </Link>
        </Flex>
      ) : null}
    </Panel>
  );
};

const TONES = ['neutral', 'primary', 'secondary', 'alternative', 'warning', 'success', 'danger'];

type WorkflowProps = { siteId: string; workflow: SiteDashboard['workflow'] };

/** How many entries stand in each stage. */
export const WorkflowPanel = ({ workflow }: WorkflowProps) => {
  const t = useTexts();
  return (
    <Panel title={t('dashboard.workflow')}>
      {workflow ? (
        <BarList
          label={t('dashboard.workflow')}
          bars={workflow.stages.map(({ key, name, color, count }) => ({
            key,
            label: name,
            value: count,
            text: String(count),
            tone: TONES.includes(color) && color !== 'neutral' ? (color as 'primary') : 'primary',
          }))}
        />
      ) : (
        <Nothing>{t('dashboard.workflow.none')}</Nothing>
      )}
    </Panel>
  );
};

const STATES: Record<HostHealth['state'], NonNullable<StatusProps['variant']>> = {
  here: 'success',
  elsewhere: 'danger',
  unreachable: 'danger',
  'unknown-name': 'danger',
  wildcard: 'neutral',
};

/** Asked apart from the rest, because it waits for the network. */
export const DomainsPanel = ({ siteId }: { siteId: string }) => {
  const t = useTexts();
  const { data = [], isFetching, isError, refetch } = useGetDomainHealthQuery(siteId);
  return (
    <Panel title={t('dashboard.domains')}>
      <div aria-live="polite">
        {isFetching ? <Loader small>{t('dashboard.domains.asking')}</Loader> : null}
        {isError ? <Nothing>{t('dashboard.domains.failed')}</Nothing> : null}
        {!isFetching && !isError && data.length === 0 ? (
          <Nothing>{t('dashboard.domains.none')}</Nothing>
        ) : null}
        {isFetching ? null : (
          <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
            {data.map(({ host, state }) => (
              <Flex tag="li" key={host} justifyContent="space-between" gap={3} wrap="wrap">
                <Typography fontWeight="semiBold">{host}</Typography>
                <Status variant={STATES[state]} size="S" width="fit-content">
                  <Typography tag="span" variant="pi" fontWeight="bold">
                    {t(`dashboard.domains.${state}`)}
                  </Typography>
                </Status>
              </Flex>
            ))}
          </Flex>
        )}
      </div>
      <Flex paddingTop={4}>
        <Button
          variant="tertiary"
          size="S"
          startIcon={<ArrowClockwise />}
          disabled={isFetching}
          onClick={() => void refetch()}
        >
          {t('dashboard.domains.again')}
        </Button>
      </Flex>
    </Panel>
  );
};

export const SettingsPanel = ({ data }: { data: SiteDashboard }) => {
  const t = useTexts();
  const { settings, tokens, site } = data;
  const lines: [id: string, label: string, text: string][] = [
    ['hosts', t('dashboard.settings.hosts'), settings.hosts.join(', ') || t('sites.no-domain')],
    ['locales', t('site.locales'), settings.locales.join(', ') || t('site.locales.all')],
    ['zone', t('site.timeZone'), settings.timeZone ?? t('dashboard.settings.unset')],
    ['robots', t('dashboard.settings.robots'), t(`front.robots.${settings.robots as 'allow'}`)],
    [
      'cors',
      t('dashboard.settings.cors'),
      settings.corsOrigins > 0
        ? t('dashboard.settings.origins', { count: settings.corsOrigins })
        : t('dashboard.settings.cors-default'),
    ],
    [
      'features',
      t('dashboard.settings.features'),
      settings.features.join(', ') || t('dashboard.settings.no-features'),
    ],
    ['tokens', t('areas.tokens'), String(tokens)],
  ];
  return (
    <Panel title={t('dashboard.settings')}>
      <Flex tag="dl" direction="column" alignItems="stretch" gap={3}>
        {lines.map(([id, label, text]) => (
          <Flex key={id} justifyContent="space-between" gap={3} wrap="wrap">
            <Typography tag="dt" textColor="neutral600">
              {label}
            </Typography>
            <Typography tag="dd" textColor="neutral800">
              {text}
            </Typography>
          </Flex>
        ))}
      </Flex>
      <Flex paddingTop={4}>
        <Link tag={RouterLink} to={PATHS.site(site.id)}>
          {t('dashboard.to-settings')}
        </Link>
      </Flex>
    </Panel>
  );
};
