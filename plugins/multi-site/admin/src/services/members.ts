import type {
  AdminUserSummary,
  FindUsersResponse,
  InviteMemberBody,
  InviteResponse,
  ListMembersResponse,
  ListRolesResponse,
  Member,
  RoleSummary,
  SetMembersBody,
} from '../../../shared/contracts/members';
import { api, refreshSwitcher } from './api';

type MemberOfSite = { site: string; userId: number };

const pathOf = ({ site, userId }: MemberOfSite) => `/multi-site/sites/${site}/members/${userId}`;

const membersApi = api.injectEndpoints({
  endpoints: (builder) => ({
    listSiteMembers: builder.query<Member[], string>({
      query: (site) => ({ url: `/multi-site/sites/${site}/members` }),
      transformResponse: (response: ListMembersResponse) => response.data,
      providesTags: (_members, _error, site) => [{ type: 'MultiSiteMember', id: site }],
    }),
    setSiteMember: builder.mutation<unknown, MemberOfSite & { roles: string[] }>({
      query: ({ roles, ...member }) => ({ url: pathOf(member), method: 'PUT', data: { roles } }),
      invalidatesTags: (_member, _error, { site }) => [{ type: 'MultiSiteMember', id: site }],
      onQueryStarted: refreshSwitcher,
    }),
    setSiteMembers: builder.mutation<unknown, { site: string; body: SetMembersBody }>({
      query: ({ site, body }) => ({
        url: `/multi-site/sites/${site}/members`,
        method: 'PUT',
        data: body,
      }),
      invalidatesTags: ['MultiSiteMember'],
      onQueryStarted: refreshSwitcher,
    }),
    inviteSiteMember: builder.mutation<
      InviteResponse['data'],
      { site: string; body: InviteMemberBody }
    >({
      query: ({ site, body }) => ({
        url: `/multi-site/sites/${site}/members/invite`,
        method: 'POST',
        data: body,
      }),
      transformResponse: (response: InviteResponse) => response.data,
      invalidatesTags: (_member, _error, { site }) => [{ type: 'MultiSiteMember', id: site }],
    }),
    removeSiteMember: builder.mutation<unknown, MemberOfSite>({
      query: (member) => ({ url: pathOf(member), method: 'DELETE' }),
      invalidatesTags: (_member, _error, { site }) => [{ type: 'MultiSiteMember', id: site }],
      onQueryStarted: refreshSwitcher,
    }),
    listSiteRoles: builder.query<RoleSummary[], void>({
      query: () => ({ url: '/multi-site/roles' }),
      transformResponse: (response: ListRolesResponse) => response.data,
    }),
    findAdminUsers: builder.query<AdminUserSummary[], string>({
      // Strapi's client leaves parameters as they are: the plus of an address would become a space.
      query: (q) => ({ url: `/multi-site/users?q=${encodeURIComponent(q)}` }),
      transformResponse: (response: FindUsersResponse) => response.data,
    }),
  }),
});

export const {
  useListSiteMembersQuery,
  useSetSiteMemberMutation,
  useSetSiteMembersMutation,
  useInviteSiteMemberMutation,
  useRemoveSiteMemberMutation,
  useListSiteRolesQuery,
  useFindAdminUsersQuery,
} = membersApi;
