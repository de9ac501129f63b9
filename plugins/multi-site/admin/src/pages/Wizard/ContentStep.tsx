import { useState } from 'react';
import {
  Checkbox,
  Field,
  Flex,
  Radio,
  SingleSelect,
  SingleSelectOption,
  Typography,
} from '@strapi/design-system';
import type { Template, WizardContent } from '../../../../shared/contracts/wizard';
import { useTexts } from '../../texts';
import { FieldCard, FieldCell } from '../Site/FieldCard';
import { EntryPicker } from './EntryPicker';
import { StepFooter } from './StepFooter';
import { StepProblems } from './StepProblems';
import type { Wizard } from './use-wizard';

type Props = { wizard: Wizard; templates: Template[] };

/** What the site begins with. */
export const ContentStep = ({ wizard, templates }: Props) => {
  const t = useTexts();
  const { content } = wizard.state;
  const [isBusy, setIsBusy] = useState(false);
  const filled = templates.filter(({ documents }) => documents > 0);
  const first = filled[0]?.id ?? '';
  const set = (next: WizardContent) => wizard.update({ content: next });

  const choose = (kind: string) => {
    const site = content.kind === 'empty' ? first : content.site;
    if (kind === 'template') set({ kind, site });
    else if (kind === 'entries') set({ kind, site, entries: [] });
    else set({ kind: 'empty' });
  };

  const next = async () => {
    setIsBusy(true);
    const found = await wizard.ask();
    setIsBusy(false);
    if (!found.some(({ step }) => step === 'content')) wizard.forward();
  };

  return (
    <>
      <StepProblems problems={wizard.problems} />
      <FieldCard title={t('wizard.step.content')} text={t('wizard.content.text')}>
        <FieldCell isWide>
          <Radio.Group
            aria-label={t('wizard.step.content')}
            value={content.kind}
            onValueChange={choose}
          >
            <Radio.Item value="empty">{t('wizard.content.empty')}</Radio.Item>
            <Radio.Item value="template" disabled={filled.length === 0}>
              {t('wizard.content.template')}
            </Radio.Item>
            <Radio.Item value="entries" disabled={filled.length === 0}>
              {t('wizard.content.entries')}
            </Radio.Item>
          </Radio.Group>
        </FieldCell>
        {content.kind === 'empty' ? null : (
          <FieldCell>
            <Field.Root name="template">
              <Field.Label>{t('wizard.content.site')}</Field.Label>
              <SingleSelect
                value={content.site}
                onChange={(site) =>
                  set(
                    content.kind === 'template'
                      ? { kind: 'template', site: String(site) }
                      : { kind: 'entries', site: String(site), entries: [] },
                  )
                }
              >
                {filled.map(({ id, name, documents }) => (
                  <SingleSelectOption key={id} value={id}>
                    {t('wizard.content.site-option', { name, count: documents })}
                  </SingleSelectOption>
                ))}
              </SingleSelect>
            </Field.Root>
          </FieldCell>
        )}
        {content.kind === 'template' ? (
          <FieldCell isWide>
            <TypeChoice
              content={content}
              template={filled.find(({ id }) => id === content.site)}
              onChange={set}
            />
          </FieldCell>
        ) : null}
        {content.kind === 'entries' ? (
          <FieldCell isWide>
            <EntryPicker
              content={content}
              template={filled.find(({ id }) => id === content.site)}
              onChange={set}
            />
          </FieldCell>
        ) : null}
      </FieldCard>
      <StepFooter wizard={wizard} isBusy={isBusy} onNext={() => void next()} />
    </>
  );
};

type TypeProps = {
  content: Extract<WizardContent, { kind: 'template' }>;
  template: Template | undefined;
  onChange: (content: WizardContent) => void;
};

const TypeChoice = ({ content, template, onChange }: TypeProps) => {
  const t = useTexts();
  const types = template?.types ?? [];
  const chosen = content.contentTypes ?? types.map(({ uid }) => uid);
  const toggle = (uid: string, isOn: boolean) => {
    const next = isOn ? [...chosen, uid] : chosen.filter((one) => one !== uid);
    onChange({ ...content, contentTypes: next });
  };
  return (
    <Flex
      tag="fieldset"
      direction="column"
      alignItems="stretch"
      gap={2}
      borderWidth={0}
      padding={0}
    >
      <Typography tag="legend" variant="pi" fontWeight="bold">
        {t('wizard.content.types')}
      </Typography>
      {types.map(({ uid, name, documents }) => (
        <Checkbox
          key={uid}
          checked={chosen.includes(uid)}
          onCheckedChange={(isOn) => toggle(uid, isOn === true)}
        >
          {t('wizard.content.type', { name, count: documents })}
        </Checkbox>
      ))}
    </Flex>
  );
};
