import { describe, expect, it } from 'vitest';
import { kindOfAddress } from '../../src/fetch/address-kind.ts';

describe('kindOfAddress()', () => {
  it.each(['8.8.8.8', '1.1.1.1', '114.114.114.114', '2400:3200::1', '2606:4700::1111', '::ffff:8.8.8.8'])(
    'takes %s for public',
    (address) => {
      expect(kindOfAddress(address)).toBe('public');
    },
  );

  it.each([
    ['127.0.0.1', 'loopback'],
    ['127.255.255.254', 'loopback'],
    ['::1', 'loopback'],
    ['10.0.0.1', 'a network of its own'],
    ['172.16.0.1', 'a network of its own'],
    ['172.31.255.255', 'a network of its own'],
    ['192.168.1.1', 'a network of its own'],
    ['100.64.0.1', 'shared by a carrier'],
    ['fc00::1', 'a network of its own'],
    ['fd12:3456::1', 'a network of its own'],
    ['198.18.0.7', 'handed out by a proxy'],
    ['::ffff:127.0.0.1', 'loopback, mapped'],
    ['::ffff:7f00:1', 'loopback, mapped'],
    ['::ffff:10.1.2.3', 'a network of its own, mapped'],
    ['64:ff9b::127.0.0.1', 'loopback, translated'],
    ['64:ff9b::a00:1', 'a network of its own, translated'],
  ])('takes %s for private: %s', (address) => {
    expect(kindOfAddress(address)).toBe('private');
  });

  it.each([
    ['169.254.169.254', 'metadata'],
    ['::ffff:169.254.169.254', 'metadata, mapped'],
    ['64:ff9b::a9fe:a9fe', 'metadata, translated'],
    ['100.100.100.200', 'metadata'],
    ['fd00:ec2::254', 'metadata'],
    ['0.0.0.0', 'unspecified'],
    ['0.1.2.3', 'unspecified'],
    ['::', 'unspecified'],
    ['169.254.1.1', 'link-local'],
    ['fe80::1', 'link-local'],
    ['fe80::1%eth0', 'link-local'],
    ['fec0::1', 'site-local'],
    ['224.0.0.1', 'multicast'],
    ['ff02::1', 'multicast'],
    ['255.255.255.255', 'broadcast'],
    ['240.0.0.1', 'reserved'],
    ['192.0.0.192', 'reserved'],
    ['203.0.113.1', 'for documents'],
    ['2001:db8::1', 'for documents'],
    ['2002:7f00:1::', '6to4 of loopback'],
    ['2001:0:7f00:1::', 'Teredo'],
    ['64:ff9b:1::1', 'translated within a network'],
    ['::127.0.0.1', 'compatible with IPv4'],
    ['4000::1', 'not handed out'],
    ['localhost', 'no address'],
    ['', 'no address'],
  ])('takes %s for special: %s', (address) => {
    expect(kindOfAddress(address)).toBe('special');
  });

  it('tells the neighbours of a range apart from it', () => {
    const neighbours = [
      '9.255.255.255',
      '11.0.0.0',
      '172.15.255.255',
      '172.32.0.0',
      '100.63.255.255',
      '100.128.0.0',
    ];

    expect(neighbours.map(kindOfAddress)).toEqual(neighbours.map(() => 'public'));
  });
});
