import { Link as TextLink, Typography } from '@strapi/design-system';
import { useQueryParams } from '@strapi/strapi/admin';
import { Link } from 'react-router-dom';
import { useNotify, VariantsPanel } from 'suite-kit/admin';
import type { TestVariant } from '../../../shared/contracts/variants';
import { PLUGIN_ID } from '../../../shared/plugin';
import { PATHS } from '../paths';
import { usePermissions } from '../permissions';
import { useListTestVariantsQuery, useReviewTestVariantMutation } from '../services/entry-variants';
import { useTexts } from '../texts';

type PluginQuery = { plugins?: { i18n?: { locale?: string } } };

/** Whether the person may see experiments at all. */
export function useMayReadTests(): boolean {
  return usePermissions().canReadExperiments;
}

/** Variants of the entry in tests that are being made or run. */
export const TestVariants = ({ uid, documentId }: { uid: string; documentId: string }) => {
  const t = useTexts();
  const notify = useNotify(PLUGIN_ID);
  const { canManageExperiments } = usePermissions();
  const [{ query }] = useQueryParams<PluginQuery>();
  const locale = query.plugins?.i18n?.locale ?? '';
  const { data: variants = [] } = useListTestVariantsQuery(
    { uid, documentId, locale },
    { refetchOnMountOrArgChange: true },
  );
  const [review] = useReviewTestVariantMutation();
  const settle = async (
    { id, experiment }: TestVariant,
    body: { path: string; keep: 'variant' | 'original' },
  ) => {
    const result = await review({ id, body });
    if ('error' in result) return notify.problem(result.error);
    if (body.keep === 'original') return notify.success(t('panel.tests.taken'));
    notify.success(
      t(experiment.state === 'running' ? 'panel.tests.kept-live' : 'panel.tests.kept'),
    );
  };
  return (
    <VariantsPanel
      title={t('panel.tests.title')}
      empty={t('panel.tests.none')}
      variants={variants}
      describe={(variant) => <OfTest variant={variant} />}
      mayTakeOriginal={({ experiment }) => experiment.state !== 'running'}
      {...(canManageExperiments ? { onSettle: settle } : {})}
    />
  );
};

const OfTest = ({ variant: { experiment } }: { variant: TestVariant }) => {
  const t = useTexts();
  return (
    <Typography tag="p" variant="pi" textColor="neutral600">
      <TextLink tag={Link} to={PATHS.experiment(experiment.id)}>
        {experiment.name}
      </TextLink>
      {`, ${t(`experiment.state.${experiment.state}`)}`}
    </Typography>
  );
};
