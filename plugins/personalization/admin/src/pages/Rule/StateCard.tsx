import { useState } from 'react';
import { Button, Flex } from '@strapi/design-system';
import { useNavigate } from 'react-router-dom';
import { Card, ConfirmAction, useNotify } from 'suite-kit/admin';
import type { Rule } from '../../../../shared/contracts/rules';
import { PLUGIN_ID, type RuleState } from '../../../../shared/plugin';
import { PATHS } from '../../paths';
import { useDeleteP13nRuleMutation, useSetP13nRuleStateMutation } from '../../services/api';
import { usePreviewP13nMutation } from '../../services/site';
import { useTexts } from '../../texts';

type Asked = 'activate' | 'pause' | 'delete' | null;
const STATES: Record<'activate' | 'pause', RuleState> = { activate: 'active', pause: 'draft' };

/** Whether the rule is in force; switching it on says what that costs. */
export const StateCard = ({
  rule,
  isModified,
  isReadOnly,
}: {
  rule: Rule;
  isModified: boolean;
  isReadOnly: boolean;
}) => {
  const t = useTexts();
  const notify = useNotify(PLUGIN_ID);
  const navigate = useNavigate();
  const [setState] = useSetP13nRuleStateMutation();
  const [remove] = useDeleteP13nRuleMutation();
  const [asked, setAsked] = useState<Asked>(null);
  const isActive = rule.state === 'active';

  const [makePreview] = usePreviewP13nMutation();
  const copyPreview = async () => {
    const result = await makePreview({ rule: rule.id });
    if ('error' in result) return notify.problem(result.error);
    await navigator.clipboard.writeText(`personalizePreview=${result.data.token}`);
    notify.success(t('state.preview-copied'));
  };

  const confirm = async () => {
    if (asked === null) return;
    const result =
      asked === 'delete'
        ? await remove(rule.id)
        : await setState({ id: rule.id, state: STATES[asked] });
    setAsked(null);
    if ('error' in result) return notify.problem(result.error);
    notify.success(t(`state.done-${asked}`, { name: rule.name }));
    if (asked === 'delete') navigate(PATHS.rules);
  };
  const cost =
    rule.cacheKeys === null ? t('state.cost-private') : t('state.cost', { count: rule.cacheKeys });

  return (
    <Card
      title={t(`state.title-${rule.state}`)}
      text={[
        t(`state.text-${rule.state}`),
        cost,
        ...(isModified ? [t('state.save-first')] : []),
      ].join(' ')}
      action={
        isReadOnly ? undefined : (
          <Flex gap={2} wrap="wrap">
            <Button variant="tertiary" disabled={isModified} onClick={() => void copyPreview()}>
              {t('state.preview')}
            </Button>
            <Button
              variant={isActive ? 'tertiary' : 'success-light'}
              disabled={isModified}
              onClick={() => setAsked(isActive ? 'pause' : 'activate')}
            >
              {t(isActive ? 'state.pause' : 'state.activate')}
            </Button>
            <Button variant="danger-light" onClick={() => setAsked('delete')}>
              {t('state.delete')}
            </Button>
          </Flex>
        )
      }
    >
      <ConfirmAction
        isOpen={asked !== null}
        onClose={() => setAsked(null)}
        title={asked ? t(`state.ask-${asked}`, { name: rule.name }) : ''}
        confirmLabel={asked ? t(`state.${asked}`) : ''}
        variant={asked === 'activate' ? 'default' : 'danger'}
        onConfirm={confirm}
      >
        {asked === 'activate'
          ? `${t('state.effect-activate')} ${cost}`
          : asked
            ? t(`state.effect-${asked}`)
            : ''}
      </ConfirmAction>
    </Card>
  );
};
