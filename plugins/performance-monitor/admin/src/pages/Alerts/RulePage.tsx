import { useState } from 'react';
import { Button } from '@strapi/design-system';
import { Check } from '@strapi/icons';
import { BackButton } from '@strapi/strapi/admin';
import { useNavigate, useParams } from 'react-router-dom';
import { useNotify } from 'suite-kit/admin';
import { PLUGIN_ID } from '../../../../shared/plugin';
import { HealthPage } from '../../components/HealthPage';
import { PATHS } from '../../paths';
import { usePermissions } from '../../permissions';
import { useGetHealthRuleQuery, useSaveHealthRuleMutation } from '../../services/alerts';
import { useTexts } from '../../texts';
import { NEW_RULE, toBody, toValues, type RuleValues } from './rule-values';
import { RuleFields } from './RuleFields';
import { RulePreview } from './RulePreview';

const NOT_ASKED = { isLoading: false, isError: false, refetch: () => undefined };

/** Makes a rule, or changes one. */
export const RulePage = () => {
  const { id } = useParams();
  const { canManage } = usePermissions();
  const asked = useGetHealthRuleQuery(id ?? '', { skip: id === undefined || !canManage });
  if (id === undefined) return <RuleForm id={null} initial={NEW_RULE} asked={NOT_ASKED} />;
  if (!asked.data) return <RuleForm id={id} initial={NEW_RULE} asked={asked} />;
  // Another rule is another form.
  return <RuleForm key={asked.data.id} id={id} initial={toValues(asked.data)} asked={asked} />;
};

type Asked = { isLoading: boolean; isError: boolean; error?: unknown; refetch: () => unknown };

const RuleForm = ({
  id,
  initial,
  asked,
}: {
  id: string | null;
  initial: RuleValues;
  asked: Asked;
}) => {
  const t = useTexts();
  const notify = useNotify(PLUGIN_ID);
  const navigate = useNavigate();
  const { canManage } = usePermissions();
  const [values, setValues] = useState(initial);
  const [isTried, setIsTried] = useState(false);
  const [save, { isLoading }] = useSaveHealthRuleMutation();
  const change = (part: Partial<RuleValues>) => setValues((before) => ({ ...before, ...part }));

  const submit = async () => {
    setIsTried(true);
    if (values.name.trim() === '') return;
    const result = await save({ id, body: toBody(values) });
    if ('error' in result) return notify.problem(result.error);
    notify.success(t('rule.saved', { name: result.data.name }));
    navigate(PATHS.alerts);
  };

  return (
    <HealthPage
      title={id === null ? t('rule.new-title') : initial.name || t('rule.title')}
      help={t('rule.help')}
      hasTabs={false}
      isAllowed={canManage}
      navigationAction={<BackButton fallback={PATHS.alerts} />}
      asked={asked}
      primaryAction={
        <Button
          startIcon={<Check />}
          loading={isLoading}
          disabled={!canManage}
          onClick={() => void submit()}
        >
          {t('rule.save')}
        </Button>
      }
    >
      <RuleFields values={values} onChange={change} isTried={isTried} />
      <RulePreview values={values} />
    </HealthPage>
  );
};
