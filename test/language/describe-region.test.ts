import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeRegion, regionAliases } from '../../src/language/describe-region.ts';
import { gazetteer } from '../../src/language/gazetteer.ts';

describe('describeRegion()', () => {
  it.each([
    ['广州市花都区', '花都区', 'county', '广东省/广州市'],
    ['廣州市花都區人民政府', '花都区', 'county', '广东省/广州市'],
    ['茂名高州', '高州市', 'county', '广东省/茂名市'],
    ['高州市', '高州市', 'county', '广东省/茂名市'],
    ['阿拉善左旗', '阿拉善左旗', 'county', '内蒙古自治区/阿拉善盟'],
    ['恩施州', '恩施土家族苗族自治州', 'city', '湖北省'],
    ['吉林', '吉林省', 'province', ''],
    ['吉林省吉林市', '吉林市', 'city', '吉林省'],
    ['上海浦东', '浦东新区', 'county', '上海市'],
  ])('describes %s as %s, a %s in %s', (printed, name, level, parents) => {
    expect(describeRegion(printed)).toMatchObject({
      name,
      level,
      parents: parents.split('/').filter(Boolean),
    });
  });

  it.each([
    ['毕节金海湖新区', '金海湖新区', '金海湖', '贵州省/毕节市'],
    ['重庆涪陵高新技术产业开发区管理委员会', '涪陵高新技术产业开发区', '涪陵高新区', '重庆市'],
    ['西安高新区', '西安高新区', '西安高新区', '陕西省/西安市'],
    ['重庆两江新区管委会', '两江新区', '两江新区', '重庆市'],
    ['海南洋浦经济开发区', '洋浦经济开发区', '洋浦经开区', '海南省'],
    ['长白山保护开发区管理委员会', '长白山保护开发区', '长白山保护开发区', ''],
  ])('describes the zone %s as %s, in short %s, in %s', (printed, name, short, parents) => {
    expect(describeRegion(printed)).toMatchObject({
      name,
      short,
      level: 'zone',
      parents: parents.split('/').filter(Boolean),
    });
  });

  it.each([
    ['南京市鼓楼区市场监督管理局', '鼓楼区市场监督管理局', '江苏省/南京市/鼓楼区'],
    ['广东省司法厅', '广东省司法厅', '广东省'],
    ['湖北省公安厅', '湖北省公安厅', '湖北省'],
    ['国家税务总局广州市税务局', '广州市税务局', '广东省/广州市'],
  ])('describes the department %s as %s in %s', (printed, name, parents) => {
    expect(describeRegion(printed)).toMatchObject({ name, level: 'department', parents: parents.split('/') });
  });

  it('fills in the parents of a town of which there is one', () => {
    const town = { name: '花东镇', level: 'township', parents: ['广东省', '广州市', '花都区'] };

    expect(describeRegion('花都区花东镇人民政府')).toMatchObject(town);
    expect(describeRegion('花东镇')).toMatchObject(town);
  });

  it('leaves open which of several districts of one name is meant', () => {
    expect(describeRegion('鼓楼区')).toEqual({ name: '鼓楼区', short: '鼓楼', level: 'county', parents: [] });
  });

  it('takes a county that no list has for a county', () => {
    expect(describeRegion('某某县')).toMatchObject({ name: '某某县', short: '某某', level: 'county' });
  });

  it.each(['', 'x', '2021年', '法治政府建设', '你好吗?'])('finds no region in "%s"', (text) => {
    expect(describeRegion(text)).toBeUndefined();
  });

  it('describes every region of the gazetteer, with its parents in front, as itself', () => {
    for (const { name, parents, code } of gazetteer().regions) {
      const described = describeRegion(parents.join('') + name);

      expect(described, parents.join('') + name).toMatchObject({ name, parents });
      if (code !== undefined) expect(described?.code).toBe(code);
    }
  });

  it('never throws, whatever the name', () => {
    const nameish = fc.string({
      unit: fc.constantFrom(...'北京海南和平新高区市县省局镇管委会开发技术经济中共人民政府'),
    });

    fc.assert(
      fc.property(fc.oneof(nameish, fc.string({ unit: 'binary' })), (name) => {
        const described = describeRegion(name);

        expect(described === undefined || described.name.length > 1).toBe(true);
      }),
    );
  });
});

describe('regionAliases()', () => {
  const aliasesOf = (name: string) => regionAliases(describeRegion(name)!);

  it('gives the short name and names with parents in front, not the name itself', () => {
    expect(aliasesOf('花都区')).toEqual(
      expect.arrayContaining(['花都', '广州市花都区', '广州花都', '广东省广州市花都区']),
    );
    expect(aliasesOf('花都区')).not.toContain('花都区');
  });

  it('gives the wordings of a zone', () => {
    expect(aliasesOf('重庆涪陵高新技术产业开发区')).toEqual(
      expect.arrayContaining(['涪陵高新区', '重庆涪陵高新技术产业开发区', '重庆涪陵高新区']),
    );
    expect(aliasesOf('毕节金海湖新区')).toEqual(expect.arrayContaining(['金海湖', '毕节金海湖新区']));
  });

  it('gives the short forms of a department', () => {
    expect(aliasesOf('南京市鼓楼区市场监督管理局')).toEqual(
      expect.arrayContaining(['鼓楼区市场监管局', '南京市鼓楼区市场监督管理局']),
    );
  });
});
