import { useState, type ReactNode } from 'react';
import { Badge, Box, Button, Flex, Grid, Typography } from '@strapi/design-system';
import { Download, Trash } from '@strapi/icons';
import { BackButton } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { useNavigate, useParams } from 'react-router-dom';
import {
  BarList,
  Card,
  ConfirmAction,
  PageFrame,
  pageState,
  RelativeTime,
  useApiMessage,
  useNotify,
} from 'suite-kit/admin';
import type { Visitor } from '../../../../shared/contracts/visitors';
import { PLUGIN_ID } from '../../../../shared/plugin';
import { useAudienceNames } from '../../components/use-audience-names';
import { PATHS } from '../../paths';
import { usePermissions } from '../../permissions';
import {
  useEraseP13nVisitorMutation,
  useExportP13nVisitorMutation,
  useGetP13nVisitorQuery,
} from '../../services/api';
import { useTexts } from '../../texts';
import { saveFile } from './save-file';

/** All that is stored about one visitor, and the way to hand it out or erase it. */
export const VisitorPage = () => {
  const t = useTexts();
  const { id = '' } = useParams();
  const toMessage = useApiMessage(PLUGIN_ID);
  const { canReadVisitors, canManageVisitors, isLoading: isAsking } = usePermissions();
  const [isGone, setIsGone] = useState(false);
  const query = useGetP13nVisitorQuery(id, { skip: !canReadVisitors || isGone });
  const visitor = query.data;
  return (
    <PageFrame
      title={visitor ? visitor.name : t('visitor.title')}
      subtitle={
        visitor
          ? t('visitor.subtitle', { visits: visitor.visits, views: visitor.views })
          : undefined
      }
      help={t('visitor.help')}
      navigationAction={<BackButton fallback={PATHS.visitors} />}
      primaryAction={
        visitor && canManageVisitors ? (
          <Actions visitor={visitor} onErase={() => setIsGone(true)} />
        ) : undefined
      }
      state={pageState({
        isAllowed: canReadVisitors,
        isLoading: isAsking || query.isLoading,
        problem: query.isError ? toMessage(query.error) : null,
        onRetry: () => void query.refetch(),
      })}
    >
      {visitor ? <Details visitor={visitor} /> : null}
    </PageFrame>
  );
};

const Actions = ({ visitor, onErase }: { visitor: Visitor; onErase: () => void }) => {
  const t = useTexts();
  const notify = useNotify(PLUGIN_ID);
  const navigate = useNavigate();
  const [exportVisitor, { isLoading }] = useExportP13nVisitorMutation();
  const [erase] = useEraseP13nVisitorMutation();
  const [isAsking, setIsAsking] = useState(false);

  const download = async () => {
    const result = await exportVisitor(visitor.id);
    if ('error' in result) return notify.problem(result.error);
    saveFile(`visitor-${visitor.id}.json`, JSON.stringify(result.data, null, 2));
  };
  const confirm = async () => {
    // The page must not ask again for somebody who is gone.
    onErase();
    const result = await erase(visitor.id);
    if ('error' in result) return notify.problem(result.error);
    saveFile(`receipt-${visitor.id}.json`, JSON.stringify(result.data, null, 2));
    notify.success(t('visitor.erased', { events: result.data.rows.events ?? 0 }));
    navigate(PATHS.visitors);
  };
  return (
    <Flex gap={2} wrap="wrap">
      <Button
        variant="tertiary"
        startIcon={<Download />}
        loading={isLoading}
        onClick={() => void download()}
      >
        {t('visitor.export')}
      </Button>
      <Button variant="danger-light" startIcon={<Trash />} onClick={() => setIsAsking(true)}>
        {t('visitor.erase')}
      </Button>
      <ConfirmAction
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        title={t('visitor.erase-title', { name: visitor.name })}
        confirmLabel={t('visitor.erase')}
        onConfirm={confirm}
      >
        {t('visitor.erase-effect')}
      </ConfirmAction>
    </Flex>
  );
};

const Details = ({ visitor }: { visitor: Visitor }) => {
  const t = useTexts();
  const { formatNumber } = useIntl();
  const nameOf = useAudienceNames();
  const facts: [name: string, fact: ReactNode][] = [
    [t('visitors.column.consent'), t(`consent.${visitor.consent}`)],
    [t('visitors.column.audiences'), visitor.audiences.map(nameOf).join(', ') || '–'],
    [t('visitor.first-seen'), <RelativeTime key="seen" value={visitor.firstSeen} />],
    ...Object.entries({ ...visitor.traits, ...visitor.preferences }).map(
      ([name, value]): [string, ReactNode] => [
        name,
        typeof value === 'string' ? value : JSON.stringify(value),
      ],
    ),
  ];
  return (
    <Grid.Root gap={4}>
      <Grid.Item col={6} xs={12} direction="column" alignItems="stretch">
        <Card title={t('visitor.interests')} text={t('visitor.interests-text')}>
          {visitor.topInterests.length > 0 ? (
            <BarList
              label={t('visitor.interests')}
              bars={visitor.topInterests.map(({ label, score }) => ({
                key: label,
                label,
                value: score,
                text: formatNumber(score, { maximumFractionDigits: 1 }),
              }))}
            />
          ) : (
            <Typography textColor="neutral600">{t('visitor.interests-none')}</Typography>
          )}
        </Card>
        <Card title={t('visitor.about')}>
          {visitor.isKnown ? (
            <Box paddingBottom={3}>
              <Badge>{t('visitor.known')}</Badge>
            </Box>
          ) : null}
          <Flex tag="dl" direction="column" alignItems="stretch" gap={2}>
            {facts.map(([name, fact]) => (
              <Flex key={name} justifyContent="space-between" alignItems="flex-start" gap={4}>
                <Typography tag="dt" textColor="neutral600">
                  {name}
                </Typography>
                <Typography tag="dd" textAlign="right">
                  {fact}
                </Typography>
              </Flex>
            ))}
          </Flex>
        </Card>
      </Grid.Item>
      <Grid.Item col={6} xs={12} direction="column" alignItems="stretch">
        <Card title={t('visitor.timeline')} text={t('visitor.timeline-text')}>
          <Box
            tag="ol"
            maxHeight="60rem"
            overflow="auto"
            tabIndex={0}
            aria-label={t('visitor.timeline')}
          >
            {visitor.timeline.map((item, index) => (
              // The timeline comes as a whole; two events may be of the same moment.
              <Flex
                tag="li"
                key={index}
                gap={3}
                paddingTop={2}
                paddingBottom={2}
                justifyContent="space-between"
              >
                <Typography>
                  {[
                    item.name ||
                      t(
                        `event.${item.type === 'page' || item.type === 'identify' ? item.type : 'track'}`,
                      ),
                    item.title,
                  ]
                    .filter(Boolean)
                    .join(': ')}
                </Typography>
                <Typography textColor="neutral600">
                  <RelativeTime value={item.at} />
                </Typography>
              </Flex>
            ))}
          </Box>
        </Card>
      </Grid.Item>
    </Grid.Root>
  );
};
