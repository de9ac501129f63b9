import { useMemo } from 'react';
import { Button } from '@strapi/design-system';
import { Check } from '@strapi/icons';
import { BackButton, Blocker, Form, type FormHelpers } from '@strapi/strapi/admin';
import { PageFrame, useNotify } from 'suite-kit/admin';
import type { Site } from '../../../../shared/contracts/sites';
import { PLUGIN_ID } from '../../../../shared/plugin';
import { siteColor } from '../../appearance/site-color';
import { useSiteChoice } from '../../choice';
import { SiteAreas } from '../../components/SiteAreas';
import { PATHS } from '../../paths';
import { useUpdateMultiSiteMutation } from '../../services/sites';
import { useTexts } from '../../texts';
import { ArchivedNotice } from './ArchivedNotice';
import { LanguageFields } from './LanguageFields';
import { AddressFields, NameFields } from './main-fields';
import { AdvancedFields } from './AdvancedFields';
import { FRONT_END_FIELDS, FrontEndFields } from './FrontEndFields';
import { problemsIn } from './problems-in';
import { toBody, toFieldErrors, toValues, type SiteValues } from './site-values';
import { asFormError, useSiteValidation } from './use-site-validation';

type Props = {
  site: Site;
  isReadOnly?: boolean;
};

export const SiteForm = ({ site, isReadOnly = false }: Props) => {
  const t = useTexts();
  const validate = useSiteValidation(site.id);
  const submit = useSubmit(site);
  const { data: switching } = useSiteChoice();
  const canAccessNetwork = switching?.canAccessNetwork ?? false;
  const isArchived = site.status === 'archived';
  const initialValues = useMemo(() => toValues(site, siteColor(site)), [site]);

  return (
    <Form<SiteValues>
      method="PUT"
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
          title={site.name}
          subtitle={t('site.edit-subtitle')}
          help={t('site.edit-help')}
          navigationAction={<BackButton fallback={PATHS.sites} />}
          areas={<SiteAreas siteId={site.id} />}
          primaryAction={
            <Button
              type="submit"
              startIcon={<Check />}
              loading={isSubmitting}
              disabled={!modified || isReadOnly || isArchived}
            >
              {t('site.save')}
            </Button>
          }
          state={{ kind: 'content' }}
        >
          {isArchived ? <ArchivedNotice site={site} /> : null}
          <NameFields isNew={false} isDefault={site.isDefault} />
          <AddressFields
            check={async (field) => (await validate(values))[field]}
            isLocked={!canAccessNetwork}
          />
          <LanguageFields />
          <FrontEndFields hasError={FRONT_END_FIELDS.some((name) => Boolean(errors[name]))} />
          <AdvancedFields hasError={Boolean(errors.public ?? errors.publicSchema)} />
          <Blocker />
        </PageFrame>
      )}
    </Form>
  );
};

function useSubmit(site: Site) {
  const t = useTexts();
  const notify = useNotify(PLUGIN_ID);
  const [update] = useUpdateMultiSiteMutation();

  return async (values: SiteValues, { setErrors }: FormHelpers<SiteValues>) => {
    const { slug, ...body } = toBody(values);
    const withSlug = slug ? { ...body, slug } : body;
    const result = await update({ id: site.id, body: withSlug });
    if ('error' in result) {
      const problems = problemsIn(result.error);
      if (problems.length > 0) setErrors(toFieldErrors(problems));
      else notify.problem(result.error);
      return;
    }
    notify.success(t('site.saved', { name: result.data.name }));
  };
}
