import { Badge } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { MESSAGES } from './messages';

/** Marks a row that the demo made. */
export const SampleNote = () => {
  const { formatMessage } = useIntl();
  return <Badge>{formatMessage(MESSAGES.sample)}</Badge>;
};
