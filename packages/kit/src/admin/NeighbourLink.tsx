import type { ReactNode } from 'react';
import { Link } from '@strapi/design-system';
import { Link as RouterLink } from 'react-router-dom';
import type { Neighbour } from './neighbours';
import { useNeighbours } from './use-neighbours';

type Props = Neighbour & { to: string; children: ReactNode };

/** A way into another plugin; nothing where that is not installed or the person may not go. */
export const NeighbourLink = ({ plugin, action, to, children }: Props) => {
  const isOpen = useNeighbours([{ plugin, action }]).length > 0;
  return isOpen ? (
    <Link tag={RouterLink} to={to}>
      {children}
    </Link>
  ) : null;
};
