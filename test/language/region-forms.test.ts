import { describe, expect, it } from 'vitest';
import { isBodyName, parseTownName, parseZoneName, zoneClassAhead } from '../../src/language/region-forms.ts';

describe('parseZoneName()', () => {
  it.each([
    ['涪陵高新技术产业开发区', '涪陵', '高新区'],
    ['涪陵高新区管委会', '涪陵', '高新区'],
    ['秦皇岛经济技术开发区', '秦皇岛', '经开区'],
    ['金海湖新区', '金海湖', '新区'],
    ['成都高新综合保税区', '成都高新', '综保区'],
    ['黄山风景名胜区管理委员会', '黄山', '风景名胜区'],
    ['平顶山市城乡一体化示范区', '平顶山市城乡一体化', '示范区'],
  ])('takes %s for %s and %s', (name, stem, kind) => {
    expect(parseZoneName(name)).toMatchObject({ stem, kind });
  });

  it('takes a district for no zone', () => {
    expect(parseZoneName('涪陵区')).toBeUndefined();
  });
});

describe('zoneClassAhead()', () => {
  it('wants a word of its own', () => {
    expect(zoneClassAhead('高新区2022年', false)).toBe('高新区');
    expect(zoneClassAhead('开发区域', false)).toBe('');
  });

  it('makes only 高新区 and its like a zone behind a full name', () => {
    expect(zoneClassAhead('高新区', true)).toBe('高新区');
    expect(zoneClassAhead('新区建设', true)).toBe('');
  });
});

describe('parseTownName()', () => {
  it('reads towns and streets, without the office', () => {
    expect(parseTownName('花东镇')).toBe('花东镇');
    expect(parseTownName('新华街道办事处')).toBe('新华街道');
    expect(parseTownName('公安局')).toBeUndefined();
  });
});

describe('isBodyName()', () => {
  it('knows departments by how they close', () => {
    for (const name of ['市场监督管理局', '司法厅', '发展和改革委员会', '人民法院'])
      expect(isBodyName(name)).toBe(true);
    expect(isBodyName('法治政府建设情况')).toBe(false);
  });
});
