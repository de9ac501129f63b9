import { useEffect, useMemo } from 'react';
import { Form, useForm } from '@strapi/strapi/admin';
import { useTexts } from '../../texts';
import { LanguageFields } from '../Site/LanguageFields';
import { AddressFields, NameFields } from '../Site/main-fields';
import { toFieldErrors, type SiteValues } from '../Site/site-values';
import { asFormError } from '../Site/use-site-validation';
import { StepFooter } from './StepFooter';
import type { Wizard } from './use-wizard';

type Props = { step: 'name' | 'language'; wizard: Wizard };

/** Name and addresses, or languages: the same fields as in the settings of a site. */
export const FieldsStep = ({ step, wizard }: Props) => {
  const t = useTexts();
  const initialValues = useMemo(
    () => wizard.state.values,
    // What was typed is remembered while it is typed; the form must not begin again with it.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [step],
  );
  const findErrors = async (values: SiteValues) => {
    if (step === 'name' && !values.name?.trim()) return { name: t('site.name.required') };
    const found = await wizard.ask({ values });
    return toFieldErrors(found.filter((problem) => problem.step === step));
  };

  return (
    <Form<SiteValues>
      method="POST"
      initialValues={initialValues}
      validate={async (values) => {
        const errors = await findErrors(values);
        if (Object.keys(errors).length > 0) throw asFormError(errors);
        return values;
      }}
      onSubmit={(values) => wizard.forward({ values })}
    >
      {({ isSubmitting, values }) => (
        <>
          <Remember onChange={(next) => wizard.update({ values: next })} />
          {step === 'name' ? (
            <>
              <NameFields isNew isDefault={false} />
              <AddressFields
                isLocked={false}
                check={async (field) => (await findErrors(values))[field]}
              />
            </>
          ) : (
            <LanguageFields />
          )}
          <StepFooter wizard={wizard} isBusy={isSubmitting} />
        </>
      )}
    </Form>
  );
};

/** Keeps what is typed, so that a reload loses nothing. */
const Remember = ({ onChange }: { onChange: (values: SiteValues) => void }) => {
  const values = useForm('Remember', (form) => form.values as SiteValues);
  useEffect(() => {
    onChange(values);
    // Only when something was typed.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [values]);
  return null;
};
