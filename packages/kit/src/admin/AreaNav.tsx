import { Box, Flex } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import { styled } from 'styled-components';

export type Area = { to: string; label: string; isExact?: boolean };

/** Links between the areas of a plugin's page; each area has its own address. */
export const AreaNav = ({ label, areas }: { label: string; areas: Area[] }) => (
  <Box tag="nav" aria-label={label} paddingBottom={6}>
    <Flex tag="ul" wrap="wrap" style={{ columnGap: '1.6rem', rowGap: 0 }}>
      {areas.map((area) => (
        <li key={area.to}>
          <AreaLink to={area.to} end={area.isExact ?? false}>
            {area.label}
          </AreaLink>
        </li>
      ))}
    </Flex>
  </Box>
);

const AreaLink = styled(NavLink)`
  display: block;
  padding-block: ${({ theme }) => theme.spaces[2]};
  border-bottom: 2px solid transparent;
  color: ${({ theme }) => theme.colors.neutral600};
  font-size: ${({ theme }) => theme.fontSizes[2]};
  font-weight: ${({ theme }) => theme.fontWeights.semiBold};
  text-decoration: none;

  &:hover {
    color: ${({ theme }) => theme.colors.neutral800};
  }

  &[aria-current='page'] {
    border-color: ${({ theme }) => theme.colors.primary600};
    color: ${({ theme }) => theme.colors.primary600};
  }
`;
