import { Button, LinkButton } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import { FirstSteps, useAllowed, useNotify } from 'suite-kit/admin';
import { PLUGIN_ID } from '../../../../shared/plugin';
import { PATHS } from '../../paths';
import {
  useGetQualityFirstStepsQuery,
  useGrantQualityToEditorsMutation,
} from '../../services/start';
import { useTexts } from '../../texts';

const UPDATE_ROLES = 'admin::roles.update';
const ASKED = [UPDATE_ROLES];

type Props = { onMeasure: () => void; isMeasuring: boolean };

/** For who may change roles: what makes the plugin useful to others, until all of it is done. */
export const FirstOpen = ({ onMeasure, isMeasuring }: Props) => {
  const t = useTexts();
  const notify = useNotify(PLUGIN_ID);
  const isAllowed = useAllowed(ASKED).may(UPDATE_ROLES);
  const { data } = useGetQualityFirstStepsQuery(undefined, { skip: !isAllowed });
  const [grant, { isLoading }] = useGrantQualityToEditorsMutation();
  if (!isAllowed || !data || (data.isMeasured && data.isGranted && data.hasKey)) return null;

  const give = async () => {
    const result = await grant();
    if ('error' in result) notify.problem(result.error);
    else notify.success(t('first.granted'));
  };
  return (
    <FirstSteps
      title={t('first.title')}
      steps={[
        {
          id: 'measure',
          title: t('first.measure'),
          text: t('first.measure-text'),
          isDone: data.isMeasured,
          action: (
            <Button size="S" variant="secondary" loading={isMeasuring} onClick={onMeasure}>
              {t('quality.rescore')}
            </Button>
          ),
        },
        {
          id: 'grant',
          title: t('first.grant'),
          text: t('first.grant-text'),
          isDone: data.isGranted,
          action: (
            <Button size="S" variant="secondary" loading={isLoading} onClick={() => void give()}>
              {t('first.grant-button')}
            </Button>
          ),
        },
        {
          id: 'key',
          title: t('first.key'),
          text: t('first.key-text'),
          isDone: data.hasKey,
          action: (
            <LinkButton tag={Link} size="S" variant="secondary" to={PATHS.settings}>
              {t('first.key-button')}
            </LinkButton>
          ),
        },
      ]}
    />
  );
};
