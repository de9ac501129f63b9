import { Box, Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { Trace, TraceSpan } from '../../../../shared/contracts/health';
import { useFormat } from '../../components/format';
import { useTexts } from '../../texts';
import { foldSpans } from './fold-spans';

const COLORS = {
  db: 'warning600',
  pool: 'danger600',
  http: 'alternative600',
  work: 'success600',
  queue: 'neutral500',
} as const;

/** What the request did, in order; as long and as far right as it was. A list, so it reads too. */
export const Waterfall = ({ trace }: { trace: Trace }) => {
  const t = useTexts();
  const { ms } = useFormat();
  const total = Math.max(trace.durationMs, 0.001);
  const nameOf = ({ kind, name, sql }: TraceSpan) =>
    kind === 'db' ? (sql ?? t('trace.statement')) : kind === 'http' || kind === 'work' ? name : '';
  if (trace.spans.length === 0) {
    return <Typography textColor="neutral600">{t('trace.nothing')}</Typography>;
  }
  return (
    <Flex
      tag="ol"
      direction="column"
      alignItems="stretch"
      gap={2}
      aria-label={t('trace.waterfall')}
    >
      {foldSpans(trace.spans).map(({ span, times, endMs }, at) => (
        <Box tag="li" key={`${at} ${span.startMs}`}>
          <Flex justifyContent="space-between" gap={4}>
            <Name>
              <Typography variant="pi" fontWeight="bold" textColor="neutral600">
                {t(`span.${span.kind}`)}{' '}
              </Typography>
              <Typography variant="pi" textColor={span.hasFailed ? 'danger600' : 'neutral800'}>
                {nameOf(span)}
              </Typography>
              {times > 1 ? (
                <Typography variant="pi" fontWeight="bold" textColor="danger600">
                  {` ${t('trace.times', { count: times })}`}
                </Typography>
              ) : null}
            </Name>
            <Typography variant="pi" textColor="neutral800">
              {ms(endMs - span.startMs)}
            </Typography>
          </Flex>
          <Box
            background="neutral150"
            hasRadius
            height="6px"
            position="relative"
            aria-hidden
            overflow="hidden"
          >
            <Box
              background={COLORS[span.kind]}
              position="absolute"
              height="100%"
              style={{
                left: `${Math.min(99.5, (span.startMs / total) * 100)}%`,
                width: `${Math.max(0.5, ((endMs - span.startMs) / total) * 100)}%`,
              }}
            />
          </Box>
        </Box>
      ))}
    </Flex>
  );
};

const Name = styled.div`
  min-width: 0;
  overflow: hidden;
  text-overflow: ellipsis;
  white-space: nowrap;
`;
