import { Box, Grid, Typography } from '@strapi/design-system';
import { WordDiff } from 'suite-kit/admin';
import type { Conflict } from '../../../../shared/contracts/conflicts';
import { valueText } from '../../components/value-text';
import { useTexts } from '../../texts';

/** Base, here and there beside each other; here and there as changes of the base. */
export const Columns = ({ conflict }: { conflict: Conflict }) => {
  const t = useTexts();
  const base = valueText(conflict.base);
  const columns = [
    { id: 'base', title: t('conflict.base'), text: t('conflict.base-text'), value: base },
    {
      id: 'local',
      title: t('conflict.here'),
      text: t('conflict.here-text'),
      value: valueText(conflict.local),
    },
    {
      id: 'remote',
      title: t('conflict.there'),
      text: t('conflict.there-text', { name: conflict.sourceName }),
      value: valueText(conflict.remote),
    },
  ];
  return (
    <Grid.Root gap={4} paddingBottom={4}>
      {columns.map(({ id, title, text, value }) => (
        <Grid.Item key={id} col={4} xs={12} direction="column" alignItems="stretch">
          <Box
            tag="section"
            aria-label={title}
            background="neutral0"
            padding={5}
            shadow="tableShadow"
            hasRadius
            height="100%"
          >
            <Typography tag="h2" variant="delta">
              {title}
            </Typography>
            <Typography tag="p" variant="pi" textColor="neutral600">
              {text}
            </Typography>
            <Box paddingTop={3} style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
              {id === 'base' || base === '' || value === '' ? (
                <Typography textColor={value === '' ? 'neutral600' : 'neutral800'}>
                  {value || t('conflict.empty')}
                </Typography>
              ) : (
                <WordDiff before={base} after={value} label={title} />
              )}
            </Box>
          </Box>
        </Grid.Item>
      ))}
    </Grid.Root>
  );
};
