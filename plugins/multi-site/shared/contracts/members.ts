import { z } from '@strapi/utils';

/**
 * Members of a site: GET /multi-site/sites/:id/members,
 * PUT|DELETE /multi-site/sites/:id/members/:userId,
 * GET /multi-site/roles (what can be given), GET /multi-site/users?q= (whom to give it to).
 */

export const memberParams = z.object({
  id: z.string().min(1).max(64),
  userId: z.coerce.number().int().positive(),
});

export const setMemberBody = z
  .object({
    /** Codes of Strapi admin roles; they are valid on this site only. */
    roles: z.array(z.string().min(1).max(255)).min(1, 'Choose at least one role.').max(20),
  })
  .strict();
export type SetMemberBody = z.infer<typeof setMemberBody>;

export const findUsersQuery = z.object({ q: z.string().trim().max(254).default('') }).strict();

export type AdminUserSummary = {
  id: number;
  name: string;
  email: string;
  isActive: boolean;
};
export type Member = { user: AdminUserSummary; roles: RoleSummary[] };
export type RoleSummary = { code: string; name: string; description: string };

export type ListMembersResponse = { data: Member[]; meta: Record<string, never> };
export type MemberResponse = { data: Member; meta: Record<string, never> };
export type ListRolesResponse = { data: RoleSummary[]; meta: Record<string, never> };
export type FindUsersResponse = { data: AdminUserSummary[]; meta: Record<string, never> };
