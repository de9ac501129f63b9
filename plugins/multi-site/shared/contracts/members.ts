import { z } from '@strapi/utils';

/**
 * Members of a site: GET /multi-site/sites/:id/members,
 * PUT|DELETE /multi-site/sites/:id/members/:userId, PUT /multi-site/sites/:id/members,
 * POST /multi-site/sites/:id/members/invite,
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

export const inviteMemberBody = z
  .object({
    email: z.email('This is not an e-mail address.').max(254),
    firstname: z.string().trim().min(1, 'A person needs a name.').max(120),
    lastname: z.string().trim().max(120).default(''),
    roles: setMemberBody.shape.roles,
  })
  .strict();
export type InviteMemberBody = z.input<typeof inviteMemberBody>;

/** The same roles for several people at once, on one site or, with access to the network, on several. */
export const setMembersBody = z
  .object({
    userIds: z.array(z.number().int().positive()).min(1).max(100),
    roles: setMemberBody.shape.roles,
    /** documentIds of further sites: there they get these roles beside those they have. */
    alsoOn: z.array(z.string().min(1).max(64)).max(100).default([]),
  })
  .strict();
export type SetMembersBody = z.input<typeof setMembersBody>;

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
export type InviteResponse = {
  data: {
    member: Member;
    /** Strapi's own link to choose a password; null for somebody who has an account. */
    link: string | null;
  };
  meta: Record<string, never>;
};
export type ListRolesResponse = { data: RoleSummary[]; meta: Record<string, never> };
export type FindUsersResponse = { data: AdminUserSummary[]; meta: Record<string, never> };
