import type { Core } from '@strapi/strapi';
import type { Member } from '../../../shared/contracts/members';
import { errors } from '../errors';
import { service } from './service';

type Invitation = {
  site: number;
  email: string;
  firstname: string;
  lastname: string;
  roles: readonly string[];
};
type User = { id: number; registrationToken: string | null };

/**
 * Somebody new on a site. The account is Strapi's own, without any role of its own: what the
 * person may do comes from the site alone. The link is the one Strapi makes for invited admins.
 */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async invite({ site, roles, ...person }: Invitation): Promise<{
    member: Member;
    link: string | null;
  }> {
    const email = person.email.toLowerCase();
    const users = strapi.service('admin::user') as unknown as {
      create(user: object): Promise<User>;
      findOneByEmail(email: string): Promise<User | null>;
    };
    const members = service(strapi, 'members');
    const known = await users.findOneByEmail(email);
    if (known && (await members.list(site)).some(({ user }) => user.id === known.id)) {
      throw errors.ALREADY_A_MEMBER();
    }
    return strapi.db.transaction(async () => {
      const { firstname, lastname } = person;
      const user =
        known ?? (await users.create({ email, firstname, lastname, roles: [], isActive: false }));
      const member = await members.assign({ site, userId: user.id, roles });
      await service(strapi, 'audit').record({ action: 'member-invite', site, subject: email });
      const token = known ? null : user.registrationToken;
      const base = strapi.config.get('admin.absoluteUrl', '/admin');
      const link = token ? `${base}/auth/register?registrationToken=${token}` : null;
      return { member, link };
    });
  },
});
