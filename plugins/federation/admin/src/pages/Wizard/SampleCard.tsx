import { useEffect } from 'react';
import { Box, Typography } from '@strapi/design-system';
import { useDebounce } from '@strapi/strapi/admin';
import { useApiMessage } from 'suite-kit/admin';
import type { TypeMapping } from '../../../../shared/contracts/mappings';
import { PLUGIN_ID } from '../../../../shared/plugin';
import { Facts } from '../../components/Facts';
import { valueText } from '../../components/value-text';
import { useSampleFederationMappingMutation } from '../../services/sources';
import { useTexts } from '../../texts';
import { connectionOf, type Draft } from './draft';

const PAUSE_MS = 500;
const SHOWN = 160;

/** The first record, as this mapping makes it; follows every change. */
export const SampleCard = ({ draft, mapping }: { draft: Draft; mapping: TypeMapping }) => {
  const t = useTexts();
  const toMessage = useApiMessage(PLUGIN_ID);
  const [sample, { data, error }] = useSampleFederationMappingMutation();
  const wanted = useDebounce(JSON.stringify({ ...connectionOf(draft), mapping }), PAUSE_MS);
  // The source is another system: it is asked, not a cache, and only after typing paused.
  useEffect(() => {
    if (mapping.fields.length > 0) void sample(JSON.parse(wanted) as Parameters<typeof sample>[0]);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `wanted` holds all that counts
  }, [wanted, sample]);
  const [first] = data ?? [];

  return (
    <Box background="neutral100" padding={4} hasRadius role="status">
      <Typography tag="h3" fontWeight="semiBold" paddingBottom={2}>
        {t('map.sample')}
      </Typography>
      {error ? (
        <Typography textColor="danger600">{toMessage(error)}</Typography>
      ) : first ? (
        <Facts
          facts={Object.entries(first.mapped).map(([label, value]) => ({
            label,
            value: (
              <span style={{ overflowWrap: 'anywhere' }}>{shorten(sampleText(value)) || '–'}</span>
            ),
          }))}
        />
      ) : (
        <Typography textColor="neutral600">{t('map.no-sample')}</Typography>
      )}
    </Box>
  );
};

/** References are shown as what they look for. */
function sampleText(value: unknown): string {
  if (!Array.isArray(value)) return valueText(value);
  const wanted = value.map((item: { url?: string; value?: string; id?: string } | null) =>
    typeof item === 'object' && item ? (item.url ?? item.value ?? item.id) : undefined,
  );
  return wanted.every((item) => typeof item === 'string') ? wanted.join(', ') : valueText(value);
}

const shorten = (text: string) => (text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text);
