import { useState } from 'react';
import { Box, Flex, TextInput, Typography } from '@strapi/design-system';
import { Card } from 'suite-kit/admin';
import { Choice } from '../../components/Choice';
import { Trace } from '../../components/Trace';
import { VisitorPicker } from '../../components/VisitorPicker';
import { usePermissions } from '../../permissions';
import { useAskP13nWhyQuery } from '../../services/api';
import { useTexts } from '../../texts';

const DEVICES = ['desktop', 'mobile', 'tablet'] as const;

/** The saved rule for a test visitor, clause by clause. */
export const WhyCard = ({ ruleId }: { ruleId: string }) => {
  const t = useTexts();
  const { canReadVisitors } = usePermissions();
  const [visitor, setVisitor] = useState<string | null>(null);
  const [device, setDevice] = useState<string>('desktop');
  const [country, setCountry] = useState('');
  const { data } = useAskP13nWhyQuery({
    ...(visitor ? { visitor } : {}),
    facts: { device, country: country.trim().toUpperCase() || null },
  });
  const rule = data?.rules.find(({ id }) => id === ruleId);
  return (
    <Card title={t('why.title')} text={t('why.text')}>
      <Flex gap={3} wrap="wrap" paddingBottom={4}>
        {canReadVisitors ? (
          <Box minWidth="26rem">
            <VisitorPicker value={visitor} onChange={setVisitor} />
          </Box>
        ) : null}
        <Box minWidth="14rem">
          <Choice
            label={t('attribute.device')}
            value={device}
            options={DEVICES.map((value) => ({ value, label: t(`value.${value}`) }))}
            onChange={setDevice}
          />
        </Box>
        <Box width="12rem">
          <TextInput
            size="S"
            aria-label={t('attribute.country')}
            placeholder={t('attribute.country')}
            maxLength={2}
            value={country}
            onChange={(event) => setCountry(event.target.value)}
          />
        </Box>
      </Flex>
      {rule ? (
        <Box aria-live="polite">
          <Typography tag="p" fontWeight="bold">
            {t(`why.outcome-${rule.outcome}`)}
          </Typography>
          <Box paddingTop={3}>
            <Trace trace={rule.trace} />
          </Box>
        </Box>
      ) : null}
    </Card>
  );
};
