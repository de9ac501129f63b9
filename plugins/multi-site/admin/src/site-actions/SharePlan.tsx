import { Flex, Typography } from '@strapi/design-system';
import { Notice } from 'suite-kit/admin';
import type { SharePreview } from '../../../shared/contracts/shares';
import { Names, Part } from './plan-parts';
import { useTexts } from '../texts';

/** What the other sites will see, before they do. */
export const SharePlan = ({ plan }: { plan: SharePreview }) => {
  const t = useTexts();
  const { entries, media, hidden, sameValues, foreignLocales } = plan;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {sameValues.length > 0 ? (
        <Notice variant="warning" title={t('share.same-values')}>
          {sameValues.map(({ site, field, value }) => `${site}: ${field} ${value}`).join(', ')}
        </Notice>
      ) : null}
      <Part title={t('share.entries', { count: entries.length })}>
        <Names names={entries.map(({ title }) => title)} />
      </Part>
      {media.length > 0 ? (
        <Part title={t('share.media', { count: media.length })}>
          <Names names={media.map(({ name }) => name)} />
        </Part>
      ) : null}
      {hidden.length > 0 ? (
        <Part title={t('share.hidden')}>
          <Names
            names={hidden.map(({ field, typeName, titles, count }) =>
              t('move.link', { field, type: typeName, titles: titles.join(', '), count }),
            )}
          />
        </Part>
      ) : null}
      {foreignLocales.length > 0 ? (
        <Typography textColor="neutral600">
          {t('share.locales', { locales: foreignLocales.join(', ') })}
        </Typography>
      ) : null}
    </Flex>
  );
};
