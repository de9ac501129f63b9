import type { ReactNode } from 'react';
import { Box, Flex, Typography, VisuallyHidden } from '@strapi/design-system';
import { CheckCircle, CheckCircleEmpty } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { MESSAGES } from './messages';

export type FirstStep = {
  id: string;
  title: string;
  /** What happens when the button is pressed. */
  text?: string;
  isDone: boolean;
  /** A button that does the work; not shown once it is done. */
  action?: ReactNode;
};

/** The checklist of a plugin's first open. Nothing happens before somebody presses a button. */
export const FirstSteps = ({ title, steps }: { title: string; steps: readonly FirstStep[] }) => {
  const { formatMessage } = useIntl();
  const done = steps.filter(({ isDone }) => isDone).length;
  return (
    <Box
      tag="section"
      aria-label={title}
      background="neutral0"
      padding={6}
      marginBottom={6}
      shadow="tableShadow"
      hasRadius
    >
      <Flex justifyContent="space-between" gap={4} wrap="wrap">
        <Typography variant="beta" tag="h2">
          {title}
        </Typography>
        <Typography textColor="neutral600">
          {formatMessage(MESSAGES.progress, { done, total: steps.length })}
        </Typography>
      </Flex>
      <Flex tag="ol" direction="column" alignItems="stretch" gap={5} paddingTop={5}>
        {steps.map((step) => (
          <Step key={step.id} step={step} />
        ))}
      </Flex>
    </Box>
  );
};

const Step = ({ step }: { step: FirstStep }) => {
  const { formatMessage } = useIntl();
  const Icon = step.isDone ? CheckCircle : CheckCircleEmpty;
  return (
    <Flex tag="li" gap={3} alignItems="flex-start">
      <Box paddingTop={1}>
        <Icon aria-hidden fill={step.isDone ? 'success600' : 'neutral500'} />
      </Box>
      <Flex direction="column" alignItems="flex-start" gap={2} flex="1">
        <Typography fontWeight="semiBold">
          {step.title}
          {step.isDone ? (
            <VisuallyHidden> ({formatMessage(MESSAGES.stepDone)})</VisuallyHidden>
          ) : null}
        </Typography>
        {step.text ? <Typography textColor="neutral600">{step.text}</Typography> : null}
        {step.isDone ? null : step.action}
      </Flex>
    </Flex>
  );
};
