import type { ReactNode } from 'react';
import { LinkButton } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import { FirstSteps, GrantButton, useAllowed, useNotify } from 'suite-kit/admin';
import { PLUGIN_ID } from '../../../../shared/plugin';
import { PATHS } from '../../paths';
import { usePermissions } from '../../permissions';
import { useGetP13nSetupQuery, useGrantP13nMutation } from '../../services/api';
import { useTexts } from '../../texts';
import { NewKey } from '../Analytics/NewKey';

const UPDATE_ROLES = 'admin::roles.update';
const ASKED = [UPDATE_ROLES];

/** First steps, as long as one of them is left; the buttons do the work. */
export const Checklist = () => {
  const t = useTexts();
  const { canRead, canManage } = usePermissions();
  const mayGrant = useAllowed(ASKED).may(UPDATE_ROLES);
  const { data } = useGetP13nSetupQuery(undefined, { skip: !canRead });
  // Who may not change roles is not shown a step that he cannot do.
  const steps = data?.steps.filter(({ id }) => id !== 'grant' || mayGrant) ?? [];
  if (!canManage || steps.every(({ isDone }) => isDone)) return null;

  const actions: Record<(typeof steps)[number]['id'], ReactNode> = {
    grant: <Grant />,
    key: <NewKey suggestedLabel={t('setup.key-name')} />,
    audience: (
      <LinkButton tag={Link} to={PATHS.newAudience} variant="secondary" size="S">
        {t('setup.audience-button')}
      </LinkButton>
    ),
    rule: (
      <LinkButton tag={Link} to={PATHS.newRule} variant="secondary" size="S">
        {t('setup.rule-button')}
      </LinkButton>
    ),
  };
  return (
    <FirstSteps
      title={t('setup.title')}
      steps={steps.map(({ id, isDone }) => ({
        id,
        isDone,
        title: t(`setup.${id}`),
        text: t(`setup.${id}-text`),
        action: actions[id],
      }))}
    />
  );
};

const Grant = () => {
  const t = useTexts();
  const notify = useNotify(PLUGIN_ID);
  const [grant] = useGrantP13nMutation();
  const give = async () => {
    const result = await grant();
    if ('error' in result) notify.problem(result.error);
    else notify.success(t('setup.granted'));
    return !('error' in result);
  };
  return (
    <GrantButton
      label={t('setup.grant-button')}
      title={t('setup.grant')}
      effect={t('setup.grant-effect')}
      onGrant={give}
    />
  );
};
