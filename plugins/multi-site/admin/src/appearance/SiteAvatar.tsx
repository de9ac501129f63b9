import { styled } from 'styled-components';
import { initials } from './initials';
import { siteColor, textOn } from './site-color';

type Props = {
  site: { name: string; number: number; color?: string | null };
  size?: 'S' | 'M';
};

/** Initials on the site's colour. Decoration: the name always stands beside it or in a label. */
export const SiteAvatar = ({ site, size = 'M' }: Props) => (
  <Square aria-hidden $color={siteColor(site)} $size={size}>
    {initials(site.name)}
  </Square>
);

const Square = styled.span<{ $color: string; $size: 'S' | 'M' }>`
  display: inline-flex;
  flex: none;
  align-items: center;
  justify-content: center;
  width: ${({ $size }) => ($size === 'S' ? '2.8rem' : '3.2rem')};
  height: ${({ $size }) => ($size === 'S' ? '2.8rem' : '3.2rem')};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ $color }) => $color};
  color: ${({ $color }) => textOn($color)};
  font-size: ${({ theme }) => theme.fontSizes[0]};
  font-weight: ${({ theme }) => theme.fontWeights.bold};
  line-height: 1;
  letter-spacing: 0.02em;
`;
