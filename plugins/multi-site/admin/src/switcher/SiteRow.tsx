import type { ReactNode } from 'react';
import { Box, Flex, IconButton, Typography } from '@strapi/design-system';
import { Check, Earth, Star } from '@strapi/icons';
import { styled } from 'styled-components';
import type { SwitchSite } from '../../../shared/contracts/switch';
import { SiteAvatar } from '../appearance/SiteAvatar';
import { SiteStatusBadge } from '../components/SiteStatusBadge';
import { useTexts } from '../texts';
import { ROW } from './move-focus';

type SiteRowProps = {
  site: SwitchSite;
  isCurrent: boolean;
  isFavourite: boolean;
  onChoose: () => void;
  onToggleFavourite: () => void;
};

export const SiteRow = (props: SiteRowProps) => {
  const { site, isCurrent, isFavourite, onChoose, onToggleFavourite } = props;
  const t = useTexts();
  return (
    <Line>
      <RowButton
        isCurrent={isCurrent}
        onChoose={onChoose}
        picture={<SiteAvatar site={site} size="S" />}
        name={site.name}
        detail={site.domain ?? site.slug}
        badge={site.status === 'live' ? null : <SiteStatusBadge status={site.status} size="XS" />}
      />
      <IconButton
        variant="ghost"
        size="S"
        label={t(isFavourite ? 'switcher.unfavourite' : 'switcher.favourite', { name: site.name })}
        aria-pressed={isFavourite}
        onClick={onToggleFavourite}
      >
        <StarIcon $isOn={isFavourite} />
      </IconButton>
    </Line>
  );
};

type NetworkRowProps = Pick<SiteRowProps, 'isCurrent' | 'onChoose'>;

export const NetworkRow = ({ isCurrent, onChoose }: NetworkRowProps) => {
  const t = useTexts();
  return (
    <NetworkLine>
      <RowButton
        isCurrent={isCurrent}
        onChoose={onChoose}
        picture={
          <Globe>
            <Earth aria-hidden width="1.6rem" height="1.6rem" />
          </Globe>
        }
        name={t('switcher.network')}
        detail={t('switcher.network-hint')}
        badge={null}
      />
    </NetworkLine>
  );
};

type RowButtonProps = NetworkRowProps & {
  picture: ReactNode;
  name: string;
  detail: string;
  badge: ReactNode;
};

const RowButton = ({ isCurrent, onChoose, picture, name, detail, badge }: RowButtonProps) => (
  <Button
    type="button"
    onClick={onChoose}
    aria-current={isCurrent ? 'true' : undefined}
    {...{ [ROW]: '' }}
  >
    {picture}
    <Box flex={1} minWidth={0}>
      <Flex gap={2}>
        <Typography fontWeight="semiBold" textColor="neutral800" ellipsis>
          {name}
        </Typography>
        {badge}
      </Flex>
      <Typography variant="pi" textColor="neutral600" ellipsis tag="p">
        {detail}
      </Typography>
    </Box>
    {isCurrent ? <Check aria-hidden fill="primary600" /> : null}
  </Button>
);

const Line = styled.li`
  display: flex;
  align-items: center;
  gap: ${({ theme }) => theme.spaces[1]};
`;

const NetworkLine = styled(Line)`
  margin-top: ${({ theme }) => theme.spaces[2]};
  padding-top: ${({ theme }) => theme.spaces[2]};
  border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
`;

const Button = styled.button`
  display: flex;
  flex: 1;
  align-items: center;
  gap: ${({ theme }) => theme.spaces[3]};
  min-width: 0;
  padding: ${({ theme }) => theme.spaces[2]};
  border-radius: ${({ theme }) => theme.borderRadius};
  text-align: start;

  &:hover,
  &:focus-visible {
    background: ${({ theme }) => theme.colors.neutral100};
  }

  &[aria-current='true'] {
    background: ${({ theme }) => theme.colors.primary100};
  }
`;

const Globe = styled.span`
  display: inline-flex;
  flex: none;
  align-items: center;
  justify-content: center;
  width: 2.8rem;
  height: 2.8rem;
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral200};
  color: ${({ theme }) => theme.colors.neutral800};
`;

const StarIcon = styled(Star)<{ $isOn: boolean }>`
  path {
    fill: ${({ theme, $isOn }) => ($isOn ? theme.colors.warning500 : theme.colors.neutral300)};
  }
`;
