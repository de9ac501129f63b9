import { z } from '@strapi/utils';
import { CONSENTS, type Consent } from '../plugin';
import { pageQuery } from './common';

/** Visitors: GET /personalization/visitors, GET …/:id, GET …/:id/export, POST …/:id/erase. */

export const listVisitorsQuery = z
  .object({
    ...pageQuery,
    consent: z.enum(CONSENTS).optional(),
    /** Only visitors this rule is for, among the latest 5,000 of its site. */
    rule: z.string().min(1).max(64).optional(),
  })
  .strict();

export type VisitorSummary = {
  id: string;
  name: string;
  isKnown: boolean;
  consent: Consent;
  visits: number;
  views: number;
  topInterests: { label: string; score: number }[];
  audiences: string[];
  firstSeen: string;
  lastSeen: string;
  site: number;
  isSample: boolean;
};
export type TimelineItem = {
  at: string;
  type: string;
  name: string;
  uid: string;
  documentId: string;
  title: string | null;
};
export type Visitor = VisitorSummary & {
  traits: Record<string, unknown>;
  preferences: Record<string, unknown>;
  facts: Record<string, unknown>;
  timeline: TimelineItem[];
};
export type Receipt = {
  visitor: string;
  erasedAt: string;
  rows: Record<string, number>;
  signature: string;
};
