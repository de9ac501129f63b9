import { useState } from 'react';
import { Box, Popover, Tooltip, VisuallyHidden } from '@strapi/design-system';
import { Earth } from '@strapi/icons';
import { useIsDesktop } from '@strapi/strapi/admin';
import { styled } from 'styled-components';
import { SiteAvatar } from '../appearance/SiteAvatar';
import type { Choice, SwitchData } from '../choice/choose-site';
import { useTexts } from '../texts';
import { ManageLink } from './ManageLink';
import { SitePicker } from './SitePicker';
import { useSwitchSite } from './use-switch-site';

type Props = {
  data: SwitchData;
  choice: Extract<Choice, { kind: 'site' | 'network' }>;
};

/** The button in the main navigation that shows the site of this tab and changes it. */
export const SiteSwitcher = ({ data, choice }: Props) => {
  const t = useTexts();
  const isDesktop = useIsDesktop();
  const switchTo = useSwitchSite();
  const [isOpen, setIsOpen] = useState(false);
  const name = choice.kind === 'site' ? choice.site.name : t('switcher.network');

  return (
    <Popover.Root open={isOpen} onOpenChange={setIsOpen}>
      <Place>
        <Tooltip label={name} side={isDesktop ? 'right' : 'bottom'} delayDuration={0}>
          <Popover.Trigger>
            <Trigger type="button">
              <VisuallyHidden>{t('switcher.label', { name })}</VisuallyHidden>
              {choice.kind === 'site' ? (
                <SiteAvatar site={choice.site} />
              ) : (
                <Earth aria-hidden width="2rem" height="2rem" />
              )}
            </Trigger>
          </Popover.Trigger>
        </Tooltip>
      </Place>
      <Popover.Content
        aria-label={t('switcher.title')}
        side={isDesktop ? 'right' : 'bottom'}
        sideOffset={isDesktop ? 12 : 4}
        collisionPadding={8}
      >
        <Box width="min(34rem, calc(100vw - 1.8rem))">
          <SitePicker
            data={data}
            choice={choice}
            onChoose={(target) => {
              setIsOpen(false);
              switchTo(target);
            }}
          />
          <ManageLink onFollow={() => setIsOpen(false)} />
        </Box>
      </Popover.Content>
    </Popover.Root>
  );
};

const Place = styled.div`
  display: flex;
  align-items: center;
  justify-content: center;
  height: 100%;
  padding-inline: ${({ theme }) => theme.spaces[1]};

  ${({ theme }) => theme.breakpoints.large} {
    height: auto;
    padding-block: ${({ theme }) => theme.spaces[3]} 0;
  }
`;

const Trigger = styled.button`
  display: flex;
  align-items: center;
  justify-content: center;
  width: 4rem;
  height: 4rem;
  border-radius: ${({ theme }) => theme.borderRadius};
  color: ${({ theme }) => theme.colors.neutral800};

  &:hover,
  &[data-state='open'] {
    background: ${({ theme }) => theme.colors.neutral100};
  }
`;
