import { Box, Flex, Typography } from '@strapi/design-system';
import { CheckCircle, CrossCircle } from '@strapi/icons';
import { ATTRIBUTES } from '../../../shared/attributes';
import type { Trace as TraceOf } from '../../../shared/contracts/rules';
import { useTexts, type TextId } from '../texts';

const SIGNS: Record<string, string> = {
  $eq: '=',
  $ne: '≠',
  $gt: '>',
  $gte: '≥',
  $lt: '<',
  $lte: '≤',
  $in: '∈',
  $nin: '∉',
  $all: '⊇',
  $regexi: '~',
  $regex: '~',
  $exists: '∃',
};

const show = (value: unknown, t: ReturnType<typeof useTexts>): string =>
  value === null || value === undefined
    ? '–'
    : typeof value === 'boolean'
      ? t(value ? 'tree.yes' : 'tree.no')
      : typeof value === 'string'
        ? value
        : JSON.stringify(value);

/** Clause by clause: what was wanted, what was there, and whether it passed. */
export const Trace = ({ trace }: { trace: TraceOf }) => {
  const t = useTexts();
  if (trace.kind !== 'clause') {
    if (trace.parts.length === 0) {
      return <Typography textColor="neutral600">{t('why.everyone')}</Typography>;
    }
    const [only] = trace.parts;
    if (trace.parts.length === 1 && only && trace.kind === 'all') return <Trace trace={only} />;
    return (
      <Box>
        <Typography variant="pi" textColor="neutral600">
          {t(`why.${trace.kind}`)}
        </Typography>
        <Box
          tag="ul"
          paddingLeft={4}
          borderColor="neutral200"
          borderStyle="solid"
          borderWidth="0 0 0 2px"
        >
          {trace.parts.map((part, index) => (
            // A trace is made anew as a whole, so places are identities.
            <Box tag="li" key={index} paddingTop={1}>
              <Trace trace={part} />
            </Box>
          ))}
        </Box>
      </Box>
    );
  }
  const Icon = trace.passed ? CheckCircle : CrossCircle;
  const isNamed = ATTRIBUTES.some(({ name }) => name === trace.path);
  const label = isNamed ? t(`attribute.${trace.path}` as TextId) : trace.path;
  return (
    <Flex gap={2} alignItems="center" wrap="wrap">
      <Icon aria-hidden fill={trace.passed ? 'success600' : 'danger600'} />
      <Typography>
        {label} {SIGNS[trace.operator] ?? trace.operator} {show(trace.expected, t)}
      </Typography>
      <Typography textColor="neutral600">
        {t(trace.passed ? 'why.passed' : 'why.failed', { actual: show(trace.actual, t) })}
      </Typography>
    </Flex>
  );
};
