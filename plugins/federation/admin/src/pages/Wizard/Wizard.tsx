import { useState, type ReactNode } from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import { useTexts } from '../../texts';
import { ConnectStep } from './ConnectStep';
import type { Draft } from './draft';
import { MapStep } from './MapStep';
import { PreviewStep } from './PreviewStep';
import { RulesStep } from './RulesStep';
import { TypesStep } from './TypesStep';

const STEPS = ['connect', 'types', 'map', 'rules', 'preview'] as const;
type StepName = (typeof STEPS)[number];

/** What each step gets: what was chosen so far, and the ways to change it and to go on. */
export type StepProps = {
  draft: Draft;
  onChange: (change: Partial<Draft>) => void;
  onNext: () => void;
  /** The button back, to stand beside the one that goes on; none on the first step. */
  back: ReactNode;
};

const PAGES = {
  connect: ConnectStep,
  types: TypesStep,
  map: MapStep,
  rules: RulesStep,
  preview: PreviewStep,
} as const;

/** Five steps; back keeps everything, forward checks the step. */
export const Wizard = ({ initial }: { initial: Draft }) => {
  const t = useTexts();
  const [draft, setDraft] = useState(initial);
  const [step, setStep] = useState<StepName>('connect');
  const index = STEPS.indexOf(step);
  const Page = PAGES[step];
  const goTo = (next: number) => setStep(STEPS[next] ?? step);

  return (
    <>
      <Flex tag="ol" gap={4} wrap="wrap" paddingBottom={5} aria-label={t('wizard.steps')}>
        {STEPS.map((name, place) => (
          <li key={name} aria-current={name === step ? 'step' : undefined}>
            <Typography
              fontWeight={name === step ? 'bold' : 'regular'}
              textColor={name === step ? 'primary600' : 'neutral600'}
            >
              {t('wizard.step', { number: place + 1, name: t(`wizard.${name}`) })}
            </Typography>
          </li>
        ))}
      </Flex>
      <Page
        draft={draft}
        onChange={(change) => setDraft((current) => ({ ...current, ...change }))}
        onNext={() => goTo(index + 1)}
        back={
          index > 0 ? (
            <Button variant="tertiary" onClick={() => goTo(index - 1)}>
              {t('wizard.back')}
            </Button>
          ) : null
        }
      />
    </>
  );
};
