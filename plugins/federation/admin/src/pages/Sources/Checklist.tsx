import { LinkButton } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import { FirstSteps, GrantButton, useAllowed, useNotify } from 'suite-kit/admin';
import type { FirstSteps as State } from '../../../../shared/contracts/first-steps';
import { PLUGIN_ID } from '../../../../shared/plugin';
import { PATHS } from '../../paths';
import { usePermissions } from '../../permissions';
import {
  useGetFederationFirstStepsQuery,
  useGrantFederationToEditorsMutation,
} from '../../services/first-steps';
import { useTexts } from '../../texts';

const UPDATE_ROLES = 'admin::roles.update';
const ASKED = [UPDATE_ROLES];

/** What is left of the first steps, for who can do them; null when there is nothing to show. */
export function useFirstSteps(): { state: State; mayGrant: boolean } | null {
  const { canManage } = usePermissions();
  const mayGrant = useAllowed(ASKED).may(UPDATE_ROLES);
  const { data } = useGetFederationFirstStepsQuery(undefined, { skip: !canManage });
  if (!data) return null;
  const isDone = (data.isGranted || !mayGrant) && data.source !== null && data.hasRun;
  return isDone ? null : { state: data, mayGrant };
}

/** From an installed plugin to the first content: each button does its step. */
export const Checklist = ({ state, mayGrant }: { state: State; mayGrant: boolean }) => {
  const t = useTexts();
  const link = (to: string, label: string) => (
    <LinkButton tag={Link} to={to} variant="secondary" size="S">
      {label}
    </LinkButton>
  );
  const grant = {
    id: 'grant',
    title: t('first.grant'),
    text: t('first.grant-text'),
    isDone: state.isGranted,
    action: <Grant />,
  };
  return (
    <FirstSteps
      title={t('first.title')}
      steps={[
        ...(mayGrant ? [grant] : []),
        {
          id: 'connect',
          title: t('first.connect'),
          text: t('first.connect-text'),
          isDone: state.source !== null,
          action: link(PATHS.newSource, t('sources.connect')),
        },
        {
          id: 'run',
          title: t('first.run'),
          text: t('first.run-text'),
          isDone: state.hasRun,
          action: state.source ? link(PATHS.source(state.source), t('first.run-button')) : null,
        },
      ]}
    />
  );
};

const Grant = () => {
  const t = useTexts();
  const notify = useNotify(PLUGIN_ID);
  const [grant] = useGrantFederationToEditorsMutation();
  const give = async () => {
    const result = await grant();
    if ('error' in result) notify.problem(result.error);
    else notify.success(t('first.granted'));
    return !('error' in result);
  };
  return (
    <GrantButton
      label={t('first.grant-button')}
      title={t('first.grant')}
      effect={t('first.grant-effect')}
      onGrant={give}
    />
  );
};
