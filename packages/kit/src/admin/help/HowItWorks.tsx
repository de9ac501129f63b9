import { Link } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { Link as RouterLink } from 'react-router-dom';
import { MESSAGES } from '../messages';

/** At the end of a screen's help paragraph: the way to the plugin's `HelpPage`. */
export const HowItWorks = ({ to }: { to: string }) => {
  const { formatMessage } = useIntl();
  return (
    <Link tag={RouterLink} to={to}>
      {formatMessage(MESSAGES.howItWorks)}
    </Link>
  );
};
