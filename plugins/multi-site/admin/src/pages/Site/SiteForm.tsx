import { useMemo, useState } from 'react';
import { Button } from '@strapi/design-system';
import { Check } from '@strapi/icons';
import { BackButton, Blocker, Form, type FormHelpers } from '@strapi/strapi/admin';
import { useNavigate } from 'react-router-dom';
import { PageFrame, useNotify } from 'suite-kit/admin';
import type { Site } from '../../../../shared/contracts/sites';
import { PLUGIN_ID } from '../../../../shared/plugin';
import { nextColor, siteColor } from '../../appearance/site-color';
import { useSiteChoice } from '../../choice';
import { SiteAreas } from '../../components/SiteAreas';
import { PATHS } from '../../paths';
import { useCreateMultiSiteMutation, useUpdateMultiSiteMutation } from '../../services/sites';
import { useTexts } from '../../texts';
import { ArchivedNotice } from './ArchivedNotice';
import { LanguageFields } from './LanguageFields';
import { AddressFields, NameFields } from './main-fields';
import { AdvancedFields } from './AdvancedFields';
import { problemsIn } from './problems-in';
import { toBody, toFieldErrors, toValues, type SiteValues } from './site-values';
import { asFormError, useSiteValidation } from './use-site-validation';

type Props = {
  /** Null makes a new one. */
  site: Site | null;
  isReadOnly?: boolean;
};

export const SiteForm = ({ site, isReadOnly = false }: Props) => {
  const t = useTexts();
  const validate = useSiteValidation(site?.id ?? null);
  const submit = useSubmit(site);
  const { data: switching } = useSiteChoice();
  const canAccessNetwork = switching?.canAccessNetwork ?? false;
  const isArchived = site?.status === 'archived';
  // Kept while the form is open: other values to begin with would throw away what was typed.
  const [color] = useState(() => (site ? siteColor(site) : nextColor(switching?.sites ?? [])));
  const initialValues = useMemo(() => toValues(site, color), [site, color]);

  return (
    <Form<SiteValues>
      method={site ? 'PUT' : 'POST'}
      disabled={isReadOnly || isArchived}
      initialValues={initialValues}
      validate={async (values) => {
        const errors = await validate(values);
        if (Object.keys(errors).length > 0) throw asFormError(errors);
        return values;
      }}
      onSubmit={submit}
    >
      {({ modified, isSubmitting, values, errors }) => (
        <PageFrame
          title={site ? site.name : t('site.new-title')}
          subtitle={site ? t('site.edit-subtitle') : t('site.new-subtitle')}
          help={t(site ? 'site.edit-help' : 'site.new-help')}
          navigationAction={<BackButton fallback={PATHS.sites} />}
          areas={site ? <SiteAreas siteId={site.id} /> : null}
          primaryAction={
            <Button
              type="submit"
              startIcon={<Check />}
              loading={isSubmitting}
              disabled={!modified || isReadOnly || isArchived}
            >
              {t(site ? 'site.save' : 'site.create')}
            </Button>
          }
          state={{ kind: 'content' }}
        >
          {isArchived ? <ArchivedNotice site={site} /> : null}
          <NameFields isNew={site === null} isDefault={site?.isDefault ?? false} />
          <AddressFields
            check={async (field) => (await validate(values))[field]}
            isLocked={site !== null && !canAccessNetwork}
          />
          <LanguageFields />
          <AdvancedFields hasError={Boolean(errors.public)} />
          <Blocker />
        </PageFrame>
      )}
    </Form>
  );
};

function useSubmit(site: Site | null) {
  const t = useTexts();
  const notify = useNotify(PLUGIN_ID);
  const navigate = useNavigate();
  const [create] = useCreateMultiSiteMutation();
  const [update] = useUpdateMultiSiteMutation();

  return async (values: SiteValues, { setErrors }: FormHelpers<SiteValues>) => {
    const { slug, ...body } = toBody(values);
    const withSlug = slug ? { ...body, slug } : body;
    const result = site ? await update({ id: site.id, body: withSlug }) : await create(withSlug);
    if ('error' in result) {
      const problems = problemsIn(result.error);
      if (problems.length > 0) setErrors(toFieldErrors(problems));
      else notify.problem(result.error);
      return;
    }
    const { name } = result.data;
    notify.success(t(site ? 'site.saved' : 'site.created', { name }));
    if (!site) navigate(PATHS.sites, { replace: true });
  };
}
