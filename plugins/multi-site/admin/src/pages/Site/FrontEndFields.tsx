import { useState } from 'react';
import { Accordion, Box, Field, Grid, Textarea } from '@strapi/design-system';
import { InputRenderer, useField, useForm } from '@strapi/strapi/admin';
import { useTexts } from '../../texts';
import { FieldCell } from './FieldCard';

const ITEM = 'front-end';

export const FRONT_END_FIELDS = [
  'logo',
  'favicon',
  'titleTemplate',
  'seoDescription',
  'seoImage',
  'robots',
  'robotsExtra',
  'urls',
  'cors',
  'features',
  'maintenanceTitle',
  'maintenanceText',
] as const;

/** Branding, SEO, search engines, origins, features: opens by itself when something is wrong. */
export const FrontEndFields = ({ hasError }: { hasError: boolean }) => {
  const t = useTexts();
  const [opened, setOpened] = useState('');
  return (
    <Box marginBottom={4}>
      <Accordion.Root value={hasError ? ITEM : opened} onValueChange={setOpened} size="M">
        <Accordion.Item value={ITEM}>
          <Accordion.Header>
            <Accordion.Trigger description={t('front.text')}>{t('front.title')}</Accordion.Trigger>
          </Accordion.Header>
          <Accordion.Content>
            <Box padding={{ initial: 4, medium: 6 }}>
              <Grid.Root gap={5}>
                <LooksFields />
                <WorldFields />
              </Grid.Root>
            </Box>
          </Accordion.Content>
        </Accordion.Item>
      </Accordion.Root>
    </Box>
  );
};

const LooksFields = () => {
  const t = useTexts();
  return (
    <>
      {(['logo', 'favicon', 'seoImage'] as const).map((name) => (
        <FieldCell key={name}>
          <InputRenderer
            type="string"
            name={name}
            label={t(`front.${name}`)}
            hint={t('front.address.hint')}
          />
        </FieldCell>
      ))}
      <FieldCell>
        <InputRenderer
          type="string"
          name="titleTemplate"
          label={t('front.titleTemplate')}
          hint={t('front.titleTemplate.hint')}
        />
      </FieldCell>
      <FieldCell isWide>
        <InputRenderer
          type="text"
          name="seoDescription"
          label={t('front.seoDescription')}
          hint={t('front.seoDescription.hint')}
        />
      </FieldCell>
    </>
  );
};

const WorldFields = () => {
  const t = useTexts();
  return (
    <>
      <FieldCell>
        <InputRenderer
          type="enumeration"
          name="robots"
          label={t('front.robots')}
          hint={t('front.robots.hint')}
          options={(['allow', 'disallow'] as const).map((value) => ({
            value,
            label: t(`front.robots.${value}`),
          }))}
        />
      </FieldCell>
      <FieldCell>
        <LinesInput name="robotsExtra" />
      </FieldCell>
      <FieldCell>
        <LinesInput name="urls" />
      </FieldCell>
      <FieldCell>
        <LinesInput name="cors" />
      </FieldCell>
      <FieldCell>
        <LinesInput name="features" />
      </FieldCell>
      <FieldCell>
        <InputRenderer
          type="checkbox"
          name="redirectAliases"
          label={t('front.redirectAliases')}
          hint={t('front.redirectAliases.hint')}
        />
      </FieldCell>
      <FieldCell>
        <InputRenderer type="string" name="maintenanceTitle" label={t('front.maintenanceTitle')} />
      </FieldCell>
      <FieldCell>
        <InputRenderer type="text" name="maintenanceText" label={t('front.maintenanceText')} />
      </FieldCell>
    </>
  );
};

/** A list, one thing a line. */
const LinesInput = ({ name }: { name: 'urls' | 'cors' | 'features' | 'robotsExtra' }) => {
  const t = useTexts();
  const { value, error, onChange } = useField<string | null>(name);
  const isDisabled = useForm('LinesInput', (form) => form.disabled);
  const hasHint = name !== 'robotsExtra';
  return (
    <Field.Root name={name} error={error} hint={hasHint ? t(`front.${name}.hint`) : undefined}>
      <Field.Label>{t(`front.${name}`)}</Field.Label>
      <Textarea
        value={value ?? ''}
        placeholder={hasHint ? t(`front.${name}.example`) : undefined}
        disabled={isDisabled}
        onChange={(event: { target: { value: string } }) => onChange(name, event.target.value)}
      />
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
};
