import { Field, Grid, MultiSelect, MultiSelectOption, Toggle } from '@strapi/design-system';
import { Card } from 'suite-kit/admin';
import { useTexts } from '../../texts';
import { StageSelect } from './StageSelect';
import { useRules } from './use-rules';

/** Whether the workflow is used, and for what. */
export const UseCard = ({ contentTypes }: { contentTypes: { uid: string; name: string }[] }) => {
  const t = useTexts();
  const { rules, set } = useRules();
  const nameOf = (uid: string) => contentTypes.find((type) => type.uid === uid)?.name ?? uid;
  return (
    <Card title={t('workflow.use')} text={t('workflow.use-text')}>
      <Grid.Root gap={5}>
        <Grid.Item col={6} xs={12} direction="column" alignItems="stretch">
          <Field.Root name="isEnabled" hint={t('workflow.enabled.hint')}>
            <Field.Label>{t('workflow.enabled')}</Field.Label>
            <Toggle
              checked={rules.isEnabled}
              onLabel={t('workflow.on')}
              offLabel={t('workflow.off')}
              onChange={(event) => set('isEnabled', event.target.checked)}
            />
            <Field.Hint />
          </Field.Root>
        </Grid.Item>
        <Grid.Item col={6} xs={12} direction="column" alignItems="stretch">
          <Field.Root name="contentTypes" hint={t('workflow.types.hint')}>
            <Field.Label>{t('workflow.types')}</Field.Label>
            <MultiSelect
              value={rules.contentTypes}
              onChange={(uids) => set('contentTypes', uids)}
              placeholder={t('workflow.types.none')}
              customizeContent={(uids = []) => uids.map(nameOf).join(', ')}
            >
              {contentTypes.map(({ uid, name }) => (
                <MultiSelectOption key={uid} value={uid}>
                  {name}
                </MultiSelectOption>
              ))}
            </MultiSelect>
            <Field.Hint />
          </Field.Root>
        </Grid.Item>
        <Grid.Item col={6} xs={12} direction="column" alignItems="stretch">
          <StageSelect
            name="whenPublished"
            label={t('workflow.when-published')}
            hint={t('workflow.when-published.hint')}
          />
        </Grid.Item>
        <Grid.Item col={6} xs={12} direction="column" alignItems="stretch">
          <StageSelect
            name="whenEdited"
            label={t('workflow.when-edited')}
            hint={t('workflow.when-edited.hint')}
          />
        </Grid.Item>
      </Grid.Root>
    </Card>
  );
};
