import { Flex, Typography } from '@strapi/design-system';
import { Card } from 'suite-kit/admin';
import type { Isolation } from '../../services/isolation';
import { useTexts } from '../../texts';

/** Which names the plugin uses: it takes longer ones where the app had the short ones already. */
export const NamesCard = ({ names }: { names: Isolation['names'] }) => {
  const t = useTexts();
  const facts = [
    [t('names.tables'), names.tablePrefix || t('names.no-prefix')],
    [t('names.column'), names.column],
    [t('names.route'), names.route],
  ] as const;
  return (
    <Card title={t('names.title')} text={t('names.text')}>
      <Flex tag="dl" gap={6} wrap="wrap">
        {facts.map(([label, value]) => (
          <div key={label}>
            <Typography tag="dt" variant="sigma" textColor="neutral600">
              {label}
            </Typography>
            <Typography tag="dd" fontWeight="semiBold">
              {value}
            </Typography>
          </div>
        ))}
      </Flex>
    </Card>
  );
};
