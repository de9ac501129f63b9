import type { Core } from '@strapi/strapi';
import { rowsOf } from 'suite-kit/server';
import { UID } from '../../../shared/plugin';
import type { AuditEntry, ConflictRow, LinkRow, SourceRow, StatusRow } from './rows';

/** Our tables, narrowed to the site the code runs for. */
export const tables = (strapi: Core.Strapi) => ({
  sources: rowsOf<SourceRow>(strapi, UID.source),
  links: rowsOf<LinkRow>(strapi, UID.content),
  statuses: rowsOf<StatusRow>(strapi, UID.status),
  checkpoints: rowsOf<{ cursor: unknown; stream: string }>(strapi, UID.checkpoint),
  conflicts: rowsOf<ConflictRow>(strapi, UID.conflict),
  media: rowsOf<{ hash: string; fileId: number | null }>(strapi, UID.media),
  audit: rowsOf<AuditEntry>(strapi, UID.audit),
});
