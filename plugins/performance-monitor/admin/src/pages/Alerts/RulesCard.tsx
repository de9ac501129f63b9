import { useState } from 'react';
import { Flex, IconButton, Link as TextLink, Typography } from '@strapi/design-system';
import { Trash } from '@strapi/icons';
import { Link } from 'react-router-dom';
import { Card, ConfirmAction, useNotify } from 'suite-kit/admin';
import type { Rule } from '../../../../shared/contracts/alerts';
import { PLUGIN_ID } from '../../../../shared/plugin';
import { DataTable } from '../../components/DataTable';
import { PATHS } from '../../paths';
import { usePermissions } from '../../permissions';
import { useRemoveHealthRuleMutation } from '../../services/alerts';
import { useTexts } from '../../texts';
import { StateBadge } from './EventsCard';
import { useRuleSentence } from './use-rule-sentence';

/** What is watched; each rule says in a sentence when it calls. */
export const RulesCard = ({ rules }: { rules: Rule[] }) => {
  const t = useTexts();
  const notify = useNotify(PLUGIN_ID);
  const sentence = useRuleSentence();
  const { canManage } = usePermissions();
  const [asked, setAsked] = useState<Rule | null>(null);
  const [remove] = useRemoveHealthRuleMutation();

  const confirm = async () => {
    if (!asked) return;
    const result = await remove(asked.id);
    if ('error' in result) return notify.problem(result.error);
    notify.success(t('rules.removed', { name: asked.name }));
    setAsked(null);
  };

  return (
    <Card title={t('rules.title')} text={t('rules.text')}>
      <DataTable
        label={t('rules.title')}
        rows={rules}
        keyOf={({ id }) => id}
        empty={t('rules.empty')}
        columns={[
          {
            key: 'name',
            label: t('rules.column.name'),
            render: (rule) => (
              <>
                {canManage ? (
                  <TextLink tag={Link} to={PATHS.rule(rule.id)}>
                    {rule.name}
                  </TextLink>
                ) : (
                  rule.name
                )}
                <Typography tag="p" variant="pi" textColor="neutral600">
                  {sentence(rule)}
                </Typography>
              </>
            ),
          },
          {
            key: 'state',
            label: t('rules.column.state'),
            render: (rule) => (rule.isEnabled ? <StateBadge state={rule.state} /> : t('rules.off')),
          },
          {
            key: 'severity',
            label: t('rules.column.severity'),
            render: (rule) => t(`severity.${rule.severity}`),
          },
          {
            key: 'channels',
            label: t('rules.column.channels'),
            render: (rule) => t('rules.channels', { count: rule.channels.length }),
          },
          {
            key: 'actions',
            label: t('rules.column.actions'),
            render: (rule) =>
              canManage ? (
                <Flex>
                  <IconButton
                    label={t('rules.remove', { name: rule.name })}
                    onClick={() => setAsked(rule)}
                  >
                    <Trash />
                  </IconButton>
                </Flex>
              ) : null,
          },
        ]}
      />
      <ConfirmAction
        isOpen={asked !== null}
        onClose={() => setAsked(null)}
        title={t('rules.remove-title')}
        confirmLabel={t('rules.remove-confirm')}
        onConfirm={confirm}
      >
        {t('rules.remove-text', { name: asked?.name ?? '' })}
      </ConfirmAction>
    </Card>
  );
};
