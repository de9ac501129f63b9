import { Flex, Typography } from '@strapi/design-system';
import { Notice } from 'suite-kit/admin';
import type { MovePreview } from '../../../shared/contracts/moves';
import { useTexts } from '../texts';
import { Names, Part } from './plan-parts';

/** What will happen, before it does. */
export const MovePlan = ({ plan }: { plan: MovePreview }) => {
  const t = useTexts();
  const of = (does: MovePreview['media'][number]['does']) =>
    plan.media.filter((file) => file.does === does).map(({ name }) => name);
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {plan.collisions.length > 0 ? (
        <Notice variant="warning" title={t('move.collisions')}>
          {plan.collisions.map(({ field, value }) => `${field}: ${value}`).join(', ')}
        </Notice>
      ) : null}
      <Part title={t('move.entries', { count: plan.entries.length })}>
        <Names
          names={plan.entries.map(({ title, locales }) =>
            locales.length > 0 ? `${title} (${locales.join(', ')})` : title,
          )}
        />
      </Part>
      {plan.skipped > 0 ? (
        <Typography textColor="neutral600">{t('move.skipped', { count: plan.skipped })}</Typography>
      ) : null}
      {(['moves', 'copied', 'stays'] as const).map((does) =>
        of(does).length > 0 ? (
          <Part key={does} title={t(`move.media.${does}`, { count: of(does).length })}>
            <Names names={of(does)} />
          </Part>
        ) : null,
      )}
      {plan.links.length > 0 ? (
        <Part title={t('move.links')}>
          <Names
            names={plan.links.map(({ field, typeName, titles, count }) =>
              t('move.link', { field, type: typeName, titles: titles.join(', '), count }),
            )}
          />
        </Part>
      ) : null}
      {plan.foreignLocales.length > 0 ? (
        <Typography textColor="neutral600">
          {t('move.locales', { locales: plan.foreignLocales.join(', '), site: plan.to.name })}
        </Typography>
      ) : null}
    </Flex>
  );
};
