import { Box, Flex, Typography } from '@strapi/design-system';
import { useTheme } from 'styled-components';
import { useTexts } from '../texts';

export type Grade = 'good' | 'fair' | 'poor';
export const gradeOf = (score: number): Grade =>
  score >= 70 ? 'good' : score >= 45 ? 'fair' : 'poor';
export const TONES = { good: 'success', fair: 'warning', poor: 'danger' } as const;
/** Orange is too light to be read. */
const WORDS = { good: 'success700', fair: 'neutral800', poor: 'danger700' } as const;

const RADIUS = 26;
const AROUND = 2 * Math.PI * RADIUS;

/** The score as a figure in a ring, and as a word: the colour only repeats it. */
export const ScoreRing = ({ score, note }: { score: number; note?: string }) => {
  const t = useTexts();
  const { colors } = useTheme();
  const grade = gradeOf(score);
  return (
    <Flex gap={4} role="img" aria-label={t('score.label', { score, grade: t(`grade.${grade}`) })}>
      <Box position="relative" width="64px" height="64px" aria-hidden>
        <svg width="64" height="64" viewBox="0 0 64 64">
          <circle
            cx="32"
            cy="32"
            r={RADIUS}
            fill="none"
            stroke={colors.neutral150}
            strokeWidth="7"
          />
          <circle
            cx="32"
            cy="32"
            r={RADIUS}
            fill="none"
            stroke={colors[`${TONES[grade]}600`]}
            strokeWidth="7"
            strokeLinecap="round"
            strokeDasharray={`${(AROUND * score) / 100} ${AROUND}`}
            transform="rotate(-90 32 32)"
          />
        </svg>
        <Flex
          position="absolute"
          top={0}
          left={0}
          width="64px"
          height="64px"
          justifyContent="center"
        >
          <Typography variant="beta">{score}</Typography>
        </Flex>
      </Box>
      <Box aria-hidden>
        <Typography tag="p" fontWeight="bold" textColor={WORDS[grade]}>
          {t(`grade.${grade}`)}
        </Typography>
        {note ? (
          <Typography tag="p" variant="pi" textColor="neutral600">
            {note}
          </Typography>
        ) : null}
      </Box>
    </Flex>
  );
};

/** The same as small as a table needs it. */
export const ScoreBadge = ({ score }: { score: number }) => {
  const t = useTexts();
  const grade = gradeOf(score);
  return (
    <Flex gap={2} inline>
      <Typography fontWeight="bold">{score}</Typography>
      <Typography variant="pi" fontWeight="bold" textColor={WORDS[grade]}>
        {t(`grade.${grade}`)}
      </Typography>
    </Flex>
  );
};
