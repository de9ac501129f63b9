import { useState } from 'react';
import { Button, Flex } from '@strapi/design-system';
import { Check } from '@strapi/icons';
import { BackButton, useQueryParams } from '@strapi/strapi/admin';
import { useBlocker, useNavigate, useParams } from 'react-router-dom';
import {
  ConfirmAction,
  PageFrame,
  pageState,
  useApiMessage,
  useNotify,
  useSiteView,
} from 'suite-kit/admin';
import type { Rule } from '../../../../shared/contracts/rules';
import { PLUGIN_ID } from '../../../../shared/plugin';
import { PATHS } from '../../paths';
import { usePermissions } from '../../permissions';
import { useGetP13nRuleQuery, useSaveP13nRuleMutation } from '../../services/api';
import { useTexts } from '../../texts';
import { ActionsCard } from './ActionsCard';
import { RuleFields } from './RuleFields';
import { NEW_RULE, newRule, toDraft, type RuleDraft } from './rule-values';
import { StateCard } from './StateCard';
import { VersionsCard } from './VersionsCard';
import { WhenCard } from './WhenCard';
import { WhyCard } from './WhyCard';

/** One rule: for whom, what, when; and why it acts or not. */
export const RulePage = () => {
  const t = useTexts();
  const { id = 'new' } = useParams();
  const toMessage = useApiMessage(PLUGIN_ID);
  const { canRead, canManageRules, isLoading: isAsking } = usePermissions();
  const isNew = id === 'new';
  const query = useGetP13nRuleQuery(id, { skip: isNew || !canRead });
  if (!isAsking && (isNew ? canManageRules : query.data)) {
    const rule = isNew ? null : (query.data ?? null);
    // A version from the server replaces what is shown: after saving and after going back.
    return (
      <RuleForm
        key={rule ? `${rule.id} ${rule.version}` : 'new'}
        rule={rule}
        isReadOnly={!canManageRules}
      />
    );
  }
  return (
    <PageFrame
      title={t('rule.title')}
      navigationAction={<BackButton fallback={PATHS.rules} />}
      state={pageState({
        isAllowed: canRead && !isNew,
        isLoading: isAsking || query.isLoading,
        problem: query.isError ? toMessage(query.error) : null,
        onRetry: () => void query.refetch(),
      })}
    >
      {null}
    </PageFrame>
  );
};

const RuleForm = ({ rule, isReadOnly }: { rule: Rule | null; isReadOnly: boolean }) => {
  const t = useTexts();
  const notify = useNotify(PLUGIN_ID);
  const navigate = useNavigate();
  const [save, { isLoading }] = useSaveP13nRuleMutation();
  const needsSite = useSiteView().kind === 'network' && rule === null;
  const [initial] = useState<RuleDraft>(rule ? toDraft(rule) : NEW_RULE);
  const [{ query }] = useQueryParams<{ name?: string }>();
  const [draft, setDraft] = useState(rule ? initial : newRule(query));
  const [isTried, setIsTried] = useState(false);
  const [isSaved, setIsSaved] = useState(false);
  const isModified = !isSaved && JSON.stringify(draft) !== JSON.stringify(initial);
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      isModified && currentLocation.pathname !== nextLocation.pathname,
  );
  const change = (part: Partial<RuleDraft>) => setDraft((before) => ({ ...before, ...part }));

  const submit = async () => {
    setIsTried(true);
    if (draft.name.trim() === '' || (needsSite && draft.site === undefined)) return;
    const result = await save({ id: rule?.id ?? null, body: draft });
    if ('error' in result) return notify.problem(result.error);
    setIsSaved(true);
    notify.success(t(rule ? 'rule.saved' : 'rule.created', { name: draft.name }));
    if (!rule) setTimeout(() => navigate(PATHS.rule(result.data.id), { replace: true }));
  };

  return (
    <PageFrame
      title={rule ? rule.name : t('rule.new')}
      subtitle={rule ? t('rule.version', { version: rule.version }) : undefined}
      help={t('rule.help')}
      navigationAction={<BackButton fallback={PATHS.rules} />}
      primaryAction={
        isReadOnly ? undefined : (
          <Button
            startIcon={<Check />}
            loading={isLoading}
            disabled={!isModified}
            onClick={() => void submit()}
          >
            {t('rule.save')}
          </Button>
        )
      }
      state={{ kind: 'content' }}
    >
      {rule ? <StateCard rule={rule} isModified={isModified} isReadOnly={isReadOnly} /> : null}
      <RuleFields
        draft={draft}
        onChange={change}
        isNew={rule === null}
        isTried={isTried}
        isReadOnly={isReadOnly}
      />
      <WhenCard
        draft={draft}
        onChange={change}
        isReadOnly={isReadOnly}
        {...(rule && !isModified ? { ruleId: rule.id } : {})}
      />
      <ActionsCard
        actions={draft.actions}
        onChange={(actions) => change({ actions })}
        isReadOnly={isReadOnly}
      />
      {rule ? <WhyCard ruleId={rule.id} /> : null}
      {rule && rule.versions.length > 0 ? (
        <VersionsCard rule={rule} isReadOnly={isReadOnly} />
      ) : null}
      <Flex>
        <ConfirmAction
          isOpen={blocker.state === 'blocked'}
          onClose={() => blocker.reset?.()}
          title={t('rule.leave')}
          confirmLabel={t('rule.leave-button')}
          onConfirm={() => Promise.resolve(blocker.proceed?.())}
        >
          {t('rule.leave-effect')}
        </ConfirmAction>
      </Flex>
    </PageFrame>
  );
};
