import type { ReactNode } from 'react';
import { Box, Flex, Typography } from '@strapi/design-system';
import { CheckCircle, Information, WarningCircle } from '@strapi/icons';

type Variant = 'info' | 'success' | 'warning';

const LOOKS = {
  info: { Icon: Information, color: 'primary' },
  success: { Icon: CheckCircle, color: 'success' },
  warning: { Icon: WarningCircle, color: 'warning' },
} as const;

type Props = { variant: Variant; title: string; children: ReactNode; action?: ReactNode };

/** Something to know about the page that stays on it, unlike a short notice. */
export const Notice = ({ variant, title, children, action }: Props) => {
  const { Icon, color } = LOOKS[variant];
  return (
    <Flex
      alignItems="flex-start"
      gap={3}
      padding={4}
      marginBottom={4}
      background={`${color}100`}
      borderColor={`${color}200`}
      borderStyle="solid"
      borderWidth="1px"
      hasRadius
    >
      <Box paddingTop={1} aria-hidden>
        <Icon fill={`${color}600`} />
      </Box>
      <Box flex={1} minWidth={0}>
        <Typography tag="h2" variant="omega" fontWeight="bold" textColor="neutral800">
          {title}
        </Typography>
        <Typography tag="p" textColor="neutral800">
          {children}
        </Typography>
        {action ? <Box paddingTop={3}>{action}</Box> : null}
      </Box>
    </Flex>
  );
};
