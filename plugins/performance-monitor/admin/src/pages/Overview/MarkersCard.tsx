import { Box, Flex, Link as TextLink, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import { Card, RelativeTime } from 'suite-kit/admin';
import type { Marker } from '../../../../shared/contracts/health';
import { EntryLink } from '../../components/EntryLink';
import { PATHS } from '../../paths';
import { useTexts } from '../../texts';
import type { HealthWindow } from '../../window/use-window';
import { latestMarkers } from './latest-markers';

type Props = {
  markers: Marker[];
  window: HealthWindow;
  /** What is listed here, if it is not all that happened. */
  text?: string;
};

/** What happened last; each opens what it changed, a publish its entry too. */
export const MarkersCard = ({ markers, window, text }: Props) => {
  const t = useTexts();
  if (markers.length === 0) return null;
  return (
    <Card title={t('markers.title')} text={text ?? t('markers.text')}>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
        {latestMarkers(markers).map((marker) => (
          <Box tag="li" key={marker.id}>
            <TextLink tag={Link} to={window.at(PATHS.marker(marker.id))}>
              {`${t(`marker.${marker.kind}`)}: ${marker.label}`}
            </TextLink>
            <Flex gap={3} wrap="wrap">
              <Typography variant="pi" textColor="neutral600">
                <RelativeTime value={new Date(marker.at).toISOString()} />
              </Typography>
              <EntryLink marker={marker} />
            </Flex>
          </Box>
        ))}
      </Flex>
    </Card>
  );
};
