import { useState } from 'react';
import { Checkbox, Flex, Radio, Typography } from '@strapi/design-system';
import type { TemplatesResponse } from '../../../../shared/contracts/wizard';
import { useTexts } from '../../texts';
import { FieldCard, FieldCell } from '../Site/FieldCard';
import { StepFooter } from './StepFooter';
import { StepProblems } from './StepProblems';
import type { Wizard } from './use-wizard';

type Props = {
  wizard: Wizard;
  offered: NonNullable<TemplatesResponse['data']['workflow']>;
};

/** Whether entries pass through stages before they are published. It can be changed later. */
export const WorkflowStep = ({ wizard, offered }: Props) => {
  const t = useTexts();
  const { workflow } = wizard.state;
  const [isBusy, setIsBusy] = useState(false);

  const next = async () => {
    setIsBusy(true);
    const found = await wizard.ask();
    setIsBusy(false);
    if (!found.some(({ step }) => step === 'workflow')) wizard.forward();
  };
  const toggle = (uid: string, isOn: boolean) => {
    const chosen = workflow ?? [];
    const types = isOn ? [...chosen, uid] : chosen.filter((one) => one !== uid);
    wizard.update({ workflow: types.length > 0 ? types : null });
  };

  return (
    <>
      <StepProblems problems={wizard.problems} />
      <FieldCard title={t('wizard.step.workflow')} text={t('wizard.workflow.text')}>
        <FieldCell isWide>
          <Radio.Group
            aria-label={t('wizard.step.workflow')}
            value={workflow === null ? 'none' : 'default'}
            onValueChange={(kind) =>
              wizard.update({
                workflow: kind === 'none' ? null : offered.contentTypes.map(({ uid }) => uid),
              })
            }
          >
            <Radio.Item value="none">{t('wizard.workflow.none')}</Radio.Item>
            <Radio.Item value="default">{t('wizard.workflow.default')}</Radio.Item>
          </Radio.Group>
        </FieldCell>
        {workflow === null ? null : (
          <FieldCell isWide>
            <Typography textColor="neutral600">
              {t('wizard.workflow.stages', { stages: offered.stages.join(' → ') })}
            </Typography>
            <Flex
              tag="fieldset"
              direction="column"
              alignItems="stretch"
              gap={2}
              paddingTop={4}
              borderWidth={0}
            >
              <Typography tag="legend" variant="pi" fontWeight="bold">
                {t('wizard.workflow.types')}
              </Typography>
              {offered.contentTypes.map(({ uid, name }) => (
                <Checkbox
                  key={uid}
                  checked={workflow.includes(uid)}
                  onCheckedChange={(isOn) => toggle(uid, isOn === true)}
                >
                  {name}
                </Checkbox>
              ))}
            </Flex>
          </FieldCell>
        )}
      </FieldCard>
      <StepFooter wizard={wizard} isBusy={isBusy} onNext={() => void next()} />
    </>
  );
};
