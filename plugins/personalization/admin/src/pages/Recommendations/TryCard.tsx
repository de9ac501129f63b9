import { useState } from 'react';
import { Box, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { BarList, Card } from 'suite-kit/admin';
import type { Recommendation } from '../../../../shared/contracts/recommendations';
import { VisitorPicker } from '../../components/VisitorPicker';
import { usePermissions } from '../../permissions';
import { useTryP13nRecommendationsQuery } from '../../services/api';
import { useTexts } from '../../texts';

/** What one visitor would get now, and what each score is made of. */
export const TryCard = () => {
  const t = useTexts();
  const { canReadVisitors } = usePermissions();
  const [visitor, setVisitor] = useState<string | null>(null);
  const { data = [], isFetching } = useTryP13nRecommendationsQuery(visitor ? { visitor } : {});
  const best = Math.max(...data.map(({ score }) => score));
  return (
    <Card title={t('try.title')} text={t('try.text')}>
      {canReadVisitors ? (
        <Box maxWidth="40rem" paddingBottom={4}>
          <VisitorPicker value={visitor} onChange={setVisitor} />
        </Box>
      ) : null}
      <Typography tag="p" textColor="neutral600">
        {t(visitor ? 'try.for-visitor' : 'try.for-nobody')}
      </Typography>
      {data.length === 0 && !isFetching ? (
        <Typography tag="p">{t('try.none')}</Typography>
      ) : (
        <Flex tag="ol" direction="column" alignItems="stretch" gap={3} paddingTop={3}>
          {data.map((item) => (
            <Item key={`${item.uid} ${item.documentId}`} item={item} best={best} />
          ))}
        </Flex>
      )}
    </Card>
  );
};

const SHOWN = 5;

/** The bars of all entries are of one measure, so that they can be compared. */
const Item = ({ item, best }: { item: Recommendation; best: number }) => {
  const t = useTexts();
  const { formatNumber } = useIntl();
  const score = (value: number) => formatNumber(value, { maximumFractionDigits: 3 });
  const shown = item.reason.because.slice(0, SHOWN);
  const rest = item.reason.because.slice(SHOWN).reduce((sum, { value }) => sum + value, 0);
  const bars = shown.map(({ kind, documentId, title, value }, index) => ({
    key: documentId ?? `${kind} ${index}`,
    label: kind === 'popularity' ? t('try.popular') : (title ?? documentId ?? ''),
    value,
    text: score(value),
  }));
  return (
    <Box tag="li" padding={4} background="neutral100" hasRadius>
      <Flex justifyContent="space-between" gap={3} wrap="wrap">
        <Typography tag="h3" fontWeight="bold">
          {item.rank}. {item.title ?? item.documentId}
        </Typography>
        <Typography textColor="neutral600">
          {t('try.score', { score: score(item.score) })}
        </Typography>
      </Flex>
      <Typography tag="p" textColor="neutral600">
        {why(item, t)}
      </Typography>
      <Box paddingTop={3}>
        <BarList
          label={t('try.parts')}
          max={best}
          bars={
            rest > 0
              ? [...bars, { key: 'rest', label: t('try.rest'), value: rest, text: score(rest) }]
              : bars
          }
        />
      </Box>
    </Box>
  );
};

/** The sentence of the API in the language of the admin. */
function why({ reason }: Recommendation, t: ReturnType<typeof useTexts>): string {
  const [first] = reason.because;
  if (!first || first.kind === 'popularity') return t('try.because-popular');
  const values = { title: first.title ?? '', tags: reason.sharedTags.slice(0, 2).join(', ') };
  return t(reason.sharedTags.length > 0 ? 'try.because-tags' : 'try.because-item', values);
}
