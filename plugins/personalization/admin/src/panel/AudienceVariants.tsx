import { Flex, Link as TextLink, Typography } from '@strapi/design-system';
import { useQueryParams } from '@strapi/strapi/admin';
import { Link } from 'react-router-dom';
import { useNotify, VariantsPanel } from 'suite-kit/admin';
import type { Variant } from '../../../shared/contracts/variants';
import { PLUGIN_ID } from '../../../shared/plugin';
import { PATHS } from '../paths';
import { usePermissions } from '../permissions';
import { useListP13nVariantsQuery, useReviewP13nVariantMutation } from '../services/api';
import { useTexts } from '../texts';
import { NewVariant } from './NewVariant';

type PluginQuery = { plugins?: { i18n?: { locale?: string } } };

/** Whether the person may see variants for audiences at all. */
export function useMayRead(): boolean {
  return usePermissions().canRead;
}

/** Variants of the entry for audiences, and who sees which. */
export const AudienceVariants = ({ uid, documentId }: { uid: string; documentId: string }) => {
  const t = useTexts();
  const notify = useNotify(PLUGIN_ID);
  const { canRead, canManageRules } = usePermissions();
  const [{ query }] = useQueryParams<PluginQuery>();
  const entry = { uid, documentId, locale: query.plugins?.i18n?.locale ?? '' };
  const { data: variants = [] } = useListP13nVariantsQuery(entry, {
    skip: !canRead,
    refetchOnMountOrArgChange: true,
  });
  const [review] = useReviewP13nVariantMutation();
  const settle = async ({ id }: Variant, body: { path: string; keep: 'variant' | 'original' }) => {
    const result = await review({ id, body });
    if ('error' in result) notify.problem(result.error);
    else notify.success(t(body.keep === 'variant' ? 'panel.kept' : 'panel.taken'));
  };
  return (
    <VariantsPanel
      title={t('panel.title')}
      empty={t('panel.none')}
      variants={variants}
      describe={(variant) => <ShownBy variant={variant} />}
      {...(canManageRules ? { onSettle: settle } : {})}
    >
      {canManageRules ? <NewVariant entry={entry} /> : null}
    </VariantsPanel>
  );
};

const ShownBy = ({ variant }: { variant: Variant }) => {
  const t = useTexts();
  if (variant.shownBy.length === 0) {
    return (
      <Typography tag="p" variant="pi" textColor="neutral600">
        {t('panel.nobody')}
      </Typography>
    );
  }
  return (
    <Flex direction="column" alignItems="flex-start">
      {variant.shownBy.map(({ id, name }) => (
        <TextLink key={id} tag={Link} to={PATHS.rule(id)}>
          {t('panel.shown-by', { name })}
        </TextLink>
      ))}
    </Flex>
  );
};
