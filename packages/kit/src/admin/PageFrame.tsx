import type { ReactNode } from 'react';
import { Box, Button, EmptyStateLayout, Flex, Loader } from '@strapi/design-system';
import { ArrowClockwise, WarningCircle } from '@strapi/icons';
import { EmptyDocuments, EmptyPermissions } from '@strapi/icons/symbols';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { HelpText } from './HelpText';
import { useHelpAddress } from './help/use-help-address';
import { HowItWorks } from './help/HowItWorks';
import { MESSAGES } from './messages';
import { useSteady } from './use-steady';

/**
 * The five states of a screen. The head of the page stays the same in all of
 * them, so that nothing jumps and there always is an `h1` and a way back.
 */
export type PageState =
  | { kind: 'loading' }
  | { kind: 'error'; message?: string; onRetry: () => void }
  | { kind: 'empty'; message: string; action?: ReactNode }
  | { kind: 'forbidden'; message?: string }
  | { kind: 'content' };

type Props = {
  title: string;
  subtitle?: string;
  help?: ReactNode;
  helpLink?: { href: string; label: string };
  primaryAction?: ReactNode;
  secondaryAction?: ReactNode;
  navigationAction?: ReactNode;
  /** Navigation between the areas of a plugin; shown in every state. */
  areas?: ReactNode;
  state: PageState;
  children: ReactNode;
};

export const PageFrame = ({ state, help, helpLink, areas, children, ...header }: Props) => {
  const helpAddress = useHelpAddress();
  const primary = useSteady(header.primaryAction);
  const secondary = useSteady(header.secondaryAction);
  return (
    <Page.Main aria-busy={state.kind === 'loading'}>
      <Page.Title>{header.title}</Page.Title>
      <Layouts.Header {...header} primaryAction={primary.slot} secondaryAction={secondary.slot} />
      {primary.content}
      {secondary.content}
      <Layouts.Content>
        {areas}
        {help && state.kind !== 'forbidden' ? (
          <HelpText link={helpLink}>
            {help}
            {helpAddress ? (
              <>
                {' '}
                <HowItWorks to={helpAddress} />
              </>
            ) : null}
          </HelpText>
        ) : null}
        {state.kind === 'content' ? children : <Placeholder state={state} />}
      </Layouts.Content>
    </Page.Main>
  );
};

const Placeholder = ({ state }: { state: Exclude<PageState, { kind: 'content' }> }) => {
  const { formatMessage } = useIntl();
  if (state.kind === 'loading') {
    return (
      <Flex justifyContent="center" padding={11} background="neutral0" hasRadius>
        <Loader>{formatMessage(MESSAGES.loading)}</Loader>
      </Flex>
    );
  }
  if (state.kind === 'error') {
    return (
      <Box role="alert">
        <EmptyStateLayout
          icon={<WarningCircle width="5.6rem" height="5.6rem" fill="danger600" />}
          content={state.message ?? formatMessage(MESSAGES.error)}
          action={
            <Button variant="secondary" startIcon={<ArrowClockwise />} onClick={state.onRetry}>
              {formatMessage(MESSAGES.retry)}
            </Button>
          }
          shadow="tableShadow"
          hasRadius
        />
      </Box>
    );
  }
  const isForbidden = state.kind === 'forbidden';
  const Picture = isForbidden ? EmptyPermissions : EmptyDocuments;
  return (
    <EmptyStateLayout
      icon={<Picture width="16rem" />}
      content={state.message ?? formatMessage(MESSAGES.forbidden)}
      action={isForbidden ? undefined : state.action}
      shadow="tableShadow"
      hasRadius
    />
  );
};
