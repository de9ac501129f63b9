import type { Core } from '@strapi/strapi';
import { createSecretBox } from './secret-box';

/** Strapi with this key, and an encryption that only this key undoes. */
const strapiWith = (key: string | undefined) =>
  ({
    config: { get: () => key },
    service: () => ({
      encrypt: (text: string) => `v1:${key ?? ''}:${Buffer.from(text).toString('hex')}`,
      decrypt: (sealed: string) => {
        const [, sealedWith, hex = ''] = sealed.split(':');
        return sealedWith === key ? Buffer.from(hex, 'hex').toString() : null;
      },
    }),
  }) as unknown as Core.Strapi;

describe('the secret box', () => {
  it('gives back what was put in, and does not show it meanwhile', () => {
    const box = createSecretBox(strapiWith('one'));
    const sealed = box.seal('p4ss');
    expect(sealed).not.toContain('p4ss');
    expect(box.open(sealed)).toBe('p4ss');
    expect(box.isAvailable()).toBe(true);
  });

  it('refuses without a key instead of storing plain text', () => {
    const box = createSecretBox(strapiWith(undefined));
    expect(box.isAvailable()).toBe(false);
    expect(() => box.seal('p4ss')).toThrow('ENCRYPTION_KEY');
    expect(() => box.open('v1:one:00')).toThrow('ENCRYPTION_KEY');
  });

  it('says that the key was changed', () => {
    const sealed = createSecretBox(strapiWith('one')).seal('p4ss');
    expect(() => createSecretBox(strapiWith('two')).open(sealed)).toThrow('was changed');
  });
});
