import { isOriginAllowed, normalizeOrigin } from './browser-key';

describe('an origin', () => {
  it.each([
    ['https://www.example.com', 'https://www.example.com'],
    [' HTTPS://Example.com/ ', 'https://example.com'],
    ['http://localhost:5173', 'http://localhost:5173'],
    ['https://example.com:443', 'https://example.com'],
    ['https://*.example.com', 'https://*.example.com'],
    ['*', '*'],
  ])('%j is kept as %s', (given, kept) => {
    expect(normalizeOrigin(given)).toBe(kept);
  });

  it.each([
    'example.com',
    'https://example.com/shop',
    'https://example.com?x',
    'https://user@example.com',
    'ftp://example.com',
    'https://',
    '',
  ])('is not %j', (given) => {
    expect(() => normalizeOrigin(given)).toThrow('is not the origin of a website');
  });

  it.each([
    ['https://example.com', ['https://example.com'], true],
    ['https://EXAMPLE.com', ['https://example.com'], true],
    ['http://example.com', ['https://example.com'], false],
    ['https://example.com:8443', ['https://example.com'], false],
    ['https://shop.example.com', ['https://*.example.com'], true],
    ['https://example.com', ['https://*.example.com'], false],
    ['https://evilexample.com', ['https://*.example.com'], false],
    ['https://example.com.evil.test', ['https://*.example.com', 'https://example.com'], false],
    ['https://any.test', ['*'], true],
    ['https://any.test', [], false],
    ['null', ['https://example.com'], false],
  ])('%s with %j: %s', (origin, allowed, expected) => {
    expect(isOriginAllowed(origin, allowed)).toBe(expected);
  });
});
