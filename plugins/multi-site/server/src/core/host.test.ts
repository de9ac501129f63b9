import { normalizeDomain, normalizeHost, wildcardOf } from './host';

describe('normalizeHost', () => {
  it.each([
    ['a plain name', 'shop.example.com', 'shop.example.com'],
    ['upper case', 'SHOP.Example.COM', 'shop.example.com'],
    ['a port', 'shop.example.com:1337', 'shop.example.com'],
    ['the standard port', 'shop.example.com:80', 'shop.example.com'],
    ['a trailing dot', 'shop.example.com.', 'shop.example.com'],
    ['a trailing dot and a port', 'shop.example.com.:8080', 'shop.example.com'],
    ['blanks around', '  shop.example.com ', 'shop.example.com'],
    ['a name without dots', 'localhost', 'localhost'],
    ['an underscore', 'my_shop.internal', 'my_shop.internal'],
    ['an umlaut', 'münchen.example', 'xn--mnchen-3ya.example'],
    ['an umlaut in upper case', 'MÜNCHEN.example', 'xn--mnchen-3ya.example'],
    ['punycode', 'xn--mnchen-3ya.example', 'xn--mnchen-3ya.example'],
    ['ideographic dots', 'shop。example。com', 'shop.example.com'],
    ['full-width letters', 'ｓｈｏｐ.example', 'shop.example'],
    ['an IPv4 address', '127.0.0.1:1337', '127.0.0.1'],
    ['an IPv4 address as one number', '2130706433', '127.0.0.1'],
    ['an IPv6 address in brackets', '[::1]', '::1'],
    ['an IPv6 address in brackets with a port', '[::1]:1337', '::1'],
    ['a bare IPv6 address', '::1', '::1'],
    ['a long IPv6 address', '2001:DB8:0:0:0:0:0:1', '2001:db8::1'],
    ['an IPv4 address in IPv6', '[::ffff:127.0.0.1]', '::ffff:7f00:1'],
  ])('compares %s', (_what, host, expected) => {
    expect(normalizeHost(host)).toBe(expected);
  });

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['an empty text', ''],
    ['blanks', '   '],
    ['a dot', '.'],
    ['a blank inside', 'shop example.com'],
    ['an address', 'http://shop.example.com'],
    ['a path', 'shop.example.com/admin'],
    ['a backslash', 'shop.example.com\\admin'],
    ['a login', 'user@shop.example.com'],
    ['a query', 'shop.example.com?x'],
    ['a fragment', 'shop.example.com#x'],
    ['a line break', 'shop.example.com\nevil.example'],
    ['a port out of range', 'shop.example.com:70000'],
    ['a port that is no number', 'shop.example.com:http'],
    ['broken brackets', '[::1'],
    ['too many colons', '1:2:3:4:5:6:7:8:9:10'],
    ['angle brackets', '<script>'],
    ['a NUL', 'shop\u0000.example'],
    ['a name too long for DNS', `${'a'.repeat(270)}.example`],
  ])('takes %s for no host', (_what, host) => {
    expect(normalizeHost(host)).toBeNull();
  });
});

describe('normalizeDomain', () => {
  it.each([
    ['a host', ' Shop.Example.com. ', 'shop.example.com'],
    ['a host with a port', 'shop.example.com:8080', 'shop.example.com'],
    ['a wildcard', '*.Example.com', '*.example.com'],
    ['a wildcard over an umlaut', '*.münchen.example', '*.xn--mnchen-3ya.example'],
  ])('stores %s', (_what, domain, expected) => {
    expect(normalizeDomain(domain)).toBe(expected);
  });

  it.each([
    ['every name at all', '*'],
    ['every name of a top level', '*.com'],
    ['a wildcard in the middle', 'shop.*.com'],
    ['a wildcard as part of a label', 'shop-*.example.com'],
    ['two wildcards', '*.*.example.com'],
    ['a wildcard over nothing', '*.'],
    ['an address', 'https://shop.example.com'],
    ['an empty text', ''],
  ])('refuses %s', (_what, domain) => {
    expect(normalizeDomain(domain)).toBeNull();
  });
});

describe('wildcardOf', () => {
  it.each([
    ['shop.example.com', '*.example.com'],
    ['a.b.example.com', '*.b.example.com'],
    ['localhost', null],
    ['.example.com', null],
    ['::1', null],
  ])('matches %s by %s', (host, expected) => {
    expect(wildcardOf(host)).toBe(expected);
  });
});
