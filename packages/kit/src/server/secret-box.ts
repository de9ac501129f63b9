import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

type Encryption = { encrypt(text: string): string | null; decrypt(sealed: string): string | null };

export type SecretBox = ReturnType<typeof createSecretBox>;

/**
 * Passwords and tokens of other systems, stored so that a copy of the database does not open
 * them: AES-256-GCM with the app's ENCRYPTION_KEY (`admin.secrets.encryptionKey`). Fails closed:
 * without the key nothing is stored, and nothing is ever stored as plain text.
 */
export function createSecretBox(strapi: Core.Strapi) {
  const encryption = () => strapi.service('admin::encryption') as unknown as Encryption;
  const isAvailable = () => Boolean(strapi.config.get('admin.secrets.encryptionKey'));

  function requireKey() {
    if (isAvailable()) return;
    throw new errors.ApplicationError(
      'Secrets cannot be stored: set ENCRYPTION_KEY and name it in config/admin as secrets.encryptionKey.',
      { code: 'NO_ENCRYPTION_KEY' },
    );
  }

  return {
    isAvailable,

    seal(text: string): string {
      requireKey();
      const sealed = encryption().encrypt(text);
      if (sealed === null) throw new Error('Strapi did not encrypt a secret.');
      return sealed;
    },

    open(sealed: string): string {
      requireKey();
      const text = encryption().decrypt(sealed);
      if (text === null) {
        throw new errors.ApplicationError(
          'A stored secret cannot be read: ENCRYPTION_KEY was changed. Enter the secret again.',
          { code: 'SECRET_UNREADABLE' },
        );
      }
      return text;
    },
  };
}
