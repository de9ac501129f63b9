import { isAllowedHost, isPublicAddress, readAddress } from './addresses';

describe('a public address', () => {
  it.each(['8.8.8.8', '93.184.216.34', '2606:4700:4700::1111', '2001:4860:4860::8888'])(
    'is %s',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );

  it.each([
    ['this machine', '127.0.0.1'],
    ['this machine, another number', '127.8.9.10'],
    ['any address', '0.0.0.0'],
    ['a private network', '10.0.0.1'],
    ['a private network', '172.16.0.1'],
    ['a private network', '172.31.255.255'],
    ['a private network', '192.168.1.1'],
    ['the cloud’s metadata', '169.254.169.254'],
    ['carrier NAT', '100.64.0.1'],
    ['documentation', '192.0.2.1'],
    ['benchmarks', '198.18.0.1'],
    ['IETF protocols', '192.0.0.1'],
    ['multicast', '224.0.0.1'],
    ['reserved', '240.0.0.1'],
    ['broadcast', '255.255.255.255'],
    ['this machine', '::1'],
    ['any address', '::'],
    ['IPv4 in IPv6', '::ffff:127.0.0.1'],
    ['IPv4 in IPv6, public', '::ffff:8.8.8.8'],
    ['IPv4 in IPv6, old form', '::127.0.0.1'],
    ['translated IPv4', '64:ff9b::7f00:1'],
    ['translated IPv4, local', '64:ff9b:1::7f00:1'],
    ['6to4', '2002:7f00:1::1'],
    ['Teredo', '2001:0:7f00:1::1'],
    ['a local network', 'fc00::1'],
    ['a local network', 'fd12:3456::1'],
    ['a link', 'fe80::1'],
    ['a site, deprecated', 'fec0::1'],
    ['multicast', 'ff02::1'],
    ['documentation', '2001:db8::1'],
    ['no address', 'example.com'],
  ])('is not %s (%s)', (_what, address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});

describe('an address to fetch', () => {
  it.each([
    'ftp://example.com/',
    'file:///etc/passwd',
    'data:text/plain,a',
    'example.com/feed',
    '//example.com',
    'http://',
    'https://user:pass@example.com/',
    'https://user@example.com/',
    '',
  ])('is not %j', (address) => {
    expect(() => readAddress(address)).toThrow(expect.objectContaining({ code: 'BAD_ADDRESS' }));
  });

  it.each([
    ['http://cms.internal/', ['cms.internal'], true],
    ['http://CMS.internal.:8080/', ['cms.internal'], true],
    ['http://127.0.0.1:1337/', ['127.0.0.1:1337'], true],
    ['http://127.0.0.1:1338/', ['127.0.0.1:1337'], false],
    ['https://cms.internal/', ['cms.internal:443'], true],
    ['http://[::1]:1337/', ['[::1]:1337'], true],
    ['http://[::1]:1337/', ['::1'], true],
    ['http://cms.internal.evil.test/', ['cms.internal'], false],
    ['http://evil.test/cms.internal', ['cms.internal'], false],
  ])('%s is allowed by %j: %s', (address, allowed, expected) => {
    expect(isAllowedHost(readAddress(address), new Set(allowed))).toBe(expected);
  });
});
