import { Box, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { Card } from 'suite-kit/admin';
import { useTexts } from '../../texts';

/** What the run wrote down, each line with its time of day. */
export const RunLog = ({ lines }: { lines: readonly string[] }) => {
  const t = useTexts();
  const { formatTime } = useIntl();
  return (
    <Card title={t('run.log')}>
      <Box tag="ol" aria-label={t('run.log')}>
        {lines.map((line, index) => {
          // A line begins with its moment, as the server writes it.
          const [at = '', ...words] = line.split(' ');
          return (
            <li key={index}>
              <Typography variant="pi" textColor="neutral700" style={{ overflowWrap: 'anywhere' }}>
                <time dateTime={at} title={at}>
                  {formatTime(at, { timeStyle: 'medium' })}
                </time>{' '}
                {words.join(' ')}
              </Typography>
            </li>
          );
        })}
      </Box>
    </Card>
  );
};
