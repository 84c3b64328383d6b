import { describe, expect, it } from 'vitest';
import { gazetteer, townsNamed } from '../../src/language/gazetteer.ts';

const named = (name: string) => gazetteer().byName.get(name) ?? [];

describe('gazetteer()', () => {
  it('holds the provinces, cities and counties of China', () => {
    const { regions } = gazetteer();

    expect(regions.filter((region) => region.level === 'province')).toHaveLength(34);
    expect(regions.filter((region) => region.level === 'city').length).toBeGreaterThan(330);
    expect(regions.filter((region) => region.level === 'county').length).toBeGreaterThan(2_900);
  });

  it.each([
    ['毕节市', '贵州省'],
    ['大方县', '贵州省/毕节市'],
    ['平桥区', '河南省/信阳市'],
    ['高州市', '广东省/茂名市'],
    ['涪陵区', '重庆市'],
    ['浦东新区', '上海市'],
    ['济源市', '河南省'],
    ['阿拉善左旗', '内蒙古自治区/阿拉善盟'],
    ['石柱土家族自治县', '重庆市'],
  ])('has %s in %s', (name, parents) => {
    expect(named(name).map((region) => region.parents.join('/'))).toContain(parents);
  });

  it('has all four districts called 鼓楼区', () => {
    expect(named('鼓楼区').map((region) => region.parents.at(-1))).toEqual([
      '南京市',
      '徐州市',
      '福州市',
      '开封市',
    ]);
  });

  it.each([
    ['花都区', '花都'],
    ['阜新蒙古族自治县', '阜新'],
    ['鄂托克前旗', '鄂托克前旗'],
    ['沁县', '沁县'],
    ['清新区', '清新'],
    ['浦东新区', '浦东'],
    ['广西壮族自治区', '广西'],
    ['积石山保安族东乡族撒拉族自治县', '积石山'],
    ['神农架林区', '神农架'],
    ['大兴安岭地区', '大兴安岭'],
  ])('calls %s %s in short', (name, short) => {
    expect(named(name)[0]?.short).toBe(short);
  });

  it('holds counties of former names and new areas that bear no code', () => {
    expect(named('崇文区')[0]?.parents).toEqual(['北京市']);
    expect(named('雄安新区')[0]).toMatchObject({ level: 'zone', parents: ['河北省'] });
  });

  it('marks short names that are ordinary words', () => {
    const marked = (name: string) => named(name)[0]?.common;

    for (const name of ['和平区', '新建区', '安定区', '平安区', '通道侗族自治县'])
      expect(marked(name)).toBe(true);
    for (const name of ['花都区', '涪陵区', '广州市']) expect(marked(name)).toBe(false);
  });

  it('leaves out the rows of the table that are no places', () => {
    expect(named('市辖区')).toEqual([]);
    expect(
      gazetteer().regions.filter((region) => region.parents.some((parent) => /区划$/.test(parent))),
    ).toEqual([]);
  });
});

describe('townsNamed()', () => {
  it('knows towns with their parents', () => {
    expect(townsNamed('花东镇')).toEqual([
      {
        name: '花东镇',
        short: '花东镇',
        level: 'township',
        parents: ['广东省', '广州市', '花都区'],
        code: '440114105',
      },
    ]);
    expect(townsNamed('没有镇')).toEqual([]);
  });
});
