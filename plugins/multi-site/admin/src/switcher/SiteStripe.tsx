import { styled } from 'styled-components';
import { siteColor } from '../appearance/site-color';
import type { Choice } from '../choice/choose-site';

type Props = { choice: Extract<Choice, { kind: 'site' | 'network' }> };

/**
 * A thin line in the site's colour along the top of every page. It only repeats what
 * the switcher and the page's title say in words.
 */
export const SiteStripe = ({ choice }: Props) => (
  <Stripe aria-hidden $color={choice.kind === 'site' ? siteColor(choice.site) : null} />
);

const Stripe = styled.div<{ $color: string | null }>`
  position: fixed;
  inset: 0 0 auto;
  z-index: 5;
  height: 3px;
  background: ${({ $color, theme }) => $color ?? theme.colors.neutral800};
  pointer-events: none;
`;
