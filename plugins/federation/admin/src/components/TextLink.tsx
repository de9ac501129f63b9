import { Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';

/** A link in running text and in tables, as Strapi's own look. */
export const TextLink = ({ to, children }: { to: string; children: ReactNode }) => (
  <Plain to={to}>
    <Typography tag="span" textColor="primary600" fontWeight="semiBold">
      {children}
    </Typography>
  </Plain>
);

const Plain = styled(Link)`
  text-decoration: none;

  &:hover,
  &:focus-visible {
    text-decoration: underline;
  }
`;
