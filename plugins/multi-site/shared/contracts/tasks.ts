import { z } from '@strapi/utils';
import type { Pagination } from './sites';
import { stageKey, type Stage } from './workflows';

/**
 * Entries under a workflow and where each of them stands:
 * GET /multi-site/sites/:id/tasks, GET /multi-site/sites/:id/tasks/entry,
 * GET /multi-site/sites/:id/tasks/stages, GET /multi-site/sites/:id/tasks/people,
 * PUT /multi-site/sites/:id/tasks/:task, POST /multi-site/sites/:id/tasks/:task/move|comments,
 * GET /multi-site/waiting.
 */

const id = z.string().min(1).max(64);
export const taskParams = z.object({ id, task: id });

const day = z.iso.date('A date looks like 2026-12-24.');

export const listTasksQuery = z
  .object({
    page: z.coerce.number().int().min(1).default(1),
    pageSize: z.coerce.number().int().min(1).max(100).default(20),
    stage: stageKey.optional(),
    /** Id of an admin user, `me`, or `none`. */
    assignee: z.union([z.enum(['me', 'none']), z.coerce.number().int().positive()]).optional(),
    contentType: z.string().max(255).optional(),
    locale: z.string().max(20).optional(),
    due: z.enum(['overdue', 'week', 'none']).optional(),
  })
  .strict();
export type ListTasksQuery = z.infer<typeof listTasksQuery>;

export const entryQuery = z
  .object({
    contentType: z.string().min(1).max(255),
    documentId: id,
    locale: z.string().max(20).optional(),
  })
  .strict();
export type EntryQuery = z.infer<typeof entryQuery>;

export const stagesQuery = z
  .object({
    contentType: z.string().min(1).max(255),
    /** documentIds, separated by commas. */
    documentIds: z.string().max(4_000),
    locale: z.string().max(20).optional(),
  })
  .strict();

const version = z.number().int().min(1);
const text = z.string().trim().min(1, 'Write something first.').max(2_000);

export const moveTaskBody = z
  .object({
    to: stageKey,
    version,
    comment: text.optional(),
    /** Super admins only: moves past the rules; the history says so. */
    override: z.boolean().optional(),
  })
  .strict();
export type MoveTaskBody = z.infer<typeof moveTaskBody>;

export const updateTaskBody = z
  .object({
    version,
    /** An admin user who is on the site; null takes it from everybody. */
    assignee: z.number().int().positive().nullable().optional(),
    dueOn: day.nullable().optional(),
  })
  .strict();
export type UpdateTaskBody = z.infer<typeof updateTaskBody>;

export const commentBody = z.object({ text }).strict();

export type TaskPerson = { id: number; name: string };

export type TaskEvent = {
  at: string;
  /** Null: done by a program. */
  by: TaskPerson | null;
  kind: 'comment' | 'moved' | 'assigned' | 'due' | 'published' | 'edited' | 'unpublished';
  text?: string;
  from?: string;
  to?: string;
  /** A super admin went past the rules. */
  isOverride?: boolean;
};

export type Task = {
  id: string;
  contentType: string;
  typeName: string;
  documentId: string;
  /** Null where the type is not translated. */
  locale: string | null;
  title: string;
  stage: string;
  assignee: TaskPerson | null;
  /** Year, month and day, in the site's time zone. */
  dueOn: string | null;
  isOverdue: boolean;
  comments: number;
  version: number;
  updatedAt: string;
};

export type TaskMove = { to: string; isOverride: boolean };
export type TaskDetails = Task & {
  history: TaskEvent[];
  /** Where this person may move it. */
  moves: TaskMove[];
  canEdit: boolean;
  canPublish: boolean;
};

export type StageSummary = Pick<Stage, 'key' | 'name' | 'color' | 'canPublish'>;

export type ListTasksResponse = { data: Task[]; meta: { pagination: Pagination } };
export type TaskResponse = { data: TaskDetails; meta: Record<string, never> };
/** `task` null: this type is under no workflow on this site. */
export type EntryTaskResponse = {
  data: {
    task: TaskDetails | null;
    stages: StageSummary[];
    people: TaskPerson[];
    site: { id: string; name: string };
  };
  meta: Record<string, never>;
};
export type BoardResponse = {
  data: {
    isEnabled: boolean;
    stages: StageSummary[];
    whenPublished: string | null;
    /** Where this person may move an entry, by the stage it is in. */
    moves: Record<string, TaskMove[]>;
    contentTypes: { uid: string; name: string }[];
    locales: string[];
    people: TaskPerson[];
  };
  meta: Record<string, never>;
};
/** Stage of each document asked for; those under no workflow are left out. */
export type StagesResponse = {
  data: Record<string, StageSummary & { assignee: TaskPerson | null }>;
  meta: Record<string, never>;
};
export type WaitingResponse = {
  data: { siteId: string; siteName: string; mine: number; overdue: number }[];
  meta: Record<string, never>;
};
