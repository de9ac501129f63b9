import { Flex, Typography } from '@strapi/design-system';
import { Check } from '@strapi/icons';
import { styled } from 'styled-components';
import { useTexts } from '../../texts';
import { PAGES, type Page } from './wizard-state';

type Props = { pages: readonly Page[]; current: Page; reached: number; onGo: (page: Page) => void };

/** Where one is, what comes, and the way back to what is done. */
export const StepList = ({ pages, current, reached, onGo }: Props) => {
  const t = useTexts();
  const position = pages.indexOf(current) + 1;
  return (
    <nav aria-label={t('wizard.steps')}>
      <Typography variant="pi" textColor="neutral600" tag="p">
        {t('wizard.position', { position, count: pages.length })}
      </Typography>
      <Steps>
        {pages.map((page, index) => {
          const isCurrent = page === current;
          const isDone = PAGES.indexOf(page) < reached && !isCurrent;
          const isOpen = PAGES.indexOf(page) <= reached;
          return (
            <li key={page}>
              <StepButton
                type="button"
                disabled={!isOpen || isCurrent}
                aria-current={isCurrent ? 'step' : undefined}
                onClick={() => onGo(page)}
              >
                <Mark $isCurrent={isCurrent} $isDone={isDone} aria-hidden>
                  {isDone ? <Check width="1.2rem" height="1.2rem" /> : index + 1}
                </Mark>
                {t(`wizard.step.${page}`)}
              </StepButton>
            </li>
          );
        })}
      </Steps>
    </nav>
  );
};

const Steps = styled(Flex).attrs({ tag: 'ol', wrap: 'wrap', gap: 2 })`
  padding-block: ${({ theme }) => `${theme.spaces[2]} ${theme.spaces[5]}`};
`;

const StepButton = styled.button`
  display: flex;
  align-items: center;
  gap: ${({ theme }) => theme.spaces[2]};
  padding: ${({ theme }) => `${theme.spaces[1]} ${theme.spaces[3]} ${theme.spaces[1]} 0`};
  color: ${({ theme }) => theme.colors.neutral600};
  font-size: ${({ theme }) => theme.fontSizes[2]};
  cursor: pointer;

  &[aria-current='step'] {
    color: ${({ theme }) => theme.colors.neutral800};
    font-weight: ${({ theme }) => theme.fontWeights.bold};
  }

  &:disabled {
    cursor: default;
  }
`;

const Mark = styled.span<{ $isCurrent: boolean; $isDone: boolean }>`
  display: inline-flex;
  flex: none;
  align-items: center;
  justify-content: center;
  width: 2.4rem;
  height: 2.4rem;
  border-radius: 50%;
  border: 1px solid
    ${({ theme, $isCurrent, $isDone }) =>
      $isCurrent || $isDone ? theme.colors.primary600 : theme.colors.neutral500};
  background: ${({ theme, $isCurrent }) => ($isCurrent ? theme.colors.primary600 : 'transparent')};
  color: ${({ theme, $isCurrent, $isDone }) =>
    $isCurrent
      ? theme.colors.buttonNeutral0
      : $isDone
        ? theme.colors.primary600
        : theme.colors.neutral600};
  font-size: ${({ theme }) => theme.fontSizes[1]};
  font-weight: ${({ theme }) => theme.fontWeights.bold};

  svg path {
    fill: currentColor;
  }
`;
