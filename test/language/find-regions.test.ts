import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeRegion, findRegions } from '../../src/language/find-regions.ts';
import { gazetteer } from '../../src/language/gazetteer.ts';
import type { Region } from '../../src/language/region.ts';

const region = (name: string): Region => {
  const described = describeRegion(name);
  if (!described) throw new Error(`No region "${name}"`);
  return described;
};
const huadu = region('广州市花都区');
const gaozhou = region('高州市');
const pingqiao = region('信阳市平桥区');
const jinhaihu = region('毕节金海湖新区');
const fulingZone = region('重庆涪陵高新技术产业开发区管理委员会');
const known = [huadu, gaozhou, pingqiao, jinhaihu, fulingZone];

/** Every mention as `words = candidate / candidate`, with the parents that tell candidates apart. */
const mentions = (text: string, held: readonly Region[] = known) =>
  findRegions(text, { known: held }).map(
    (mention) =>
      `${mention.text} = ${mention.candidates.map((c) => (c.parents.at(-1) ?? '') + c.name).join(' / ')}`,
  );

describe('findRegions() in Chinese', () => {
  it.each([
    ['广东省广州市花都区2019年', '广东省广州市花都区'],
    ['广州花都综合纠错率', '广州花都'],
    ['花都区的报告', '花都区'],
    ['花都呢', '花都'],
    ['花都區2019年綜合糾錯率', '花都區'],
    ['在広州之外,广东省 广州市 花都区', '广东省 广州市 花都区'],
  ])('finds the region in %s as %s', (text, words) => {
    expect(mentions(text)).toEqual([`${words} = 广州市花都区`]);
  });

  it('gives held regions as the objects that were given', () => {
    expect(findRegions('花都', { known })[0]?.candidates[0]).toBe(huadu);
  });

  it('takes a zone neither for the district nor the district for the zone', () => {
    expect(mentions('涪陵高新区2022年')).toEqual(['涪陵高新区 = 重庆市涪陵高新技术产业开发区']);
    expect(mentions('重庆市涪陵区高新区')).toEqual(['重庆市涪陵区高新区 = 重庆市涪陵高新技术产业开发区']);
    expect(mentions('重庆市涪陵区涪陵高新区')).toEqual([
      '重庆市涪陵区涪陵高新区 = 重庆市涪陵高新技术产业开发区',
    ]);
    expect(mentions('涪陵区2022年')).toEqual(['涪陵区 = 重庆市涪陵区']);
    expect(mentions('涪陵2022年')).toEqual(['涪陵 = 重庆市涪陵高新技术产业开发区 / 重庆市涪陵区']);
  });

  it('takes the zone of a district whose report is held for another region', () => {
    expect(mentions('花都高新区2019年')).toEqual(['花都高新区 = 广州市花都高新区']);
  });

  it('finds regions that exist in China and are not held', () => {
    expect(mentions('广州市天河区2019年的综合纠错率是多少?')).toEqual(['广州市天河区 = 广州市天河区']);
    expect(mentions('雄安新区2020年')).toEqual(['雄安新区 = 河北省雄安新区']);
    expect(mentions('苏州工业园区')).toEqual(['苏州工业园区 = 苏州市苏州工业园区']);
  });

  it('gives all regions of one name, and fewer behind a parent', () => {
    expect(mentions('鼓楼区')[0]?.split(' / ')).toHaveLength(4);
    expect(mentions('南京鼓楼区')).toEqual(['南京鼓楼区 = 南京市鼓楼区']);
    expect(mentions('开封的鼓楼区')).toEqual(['开封的鼓楼区 = 开封市鼓楼区']);
  });

  it.each([
    ['鄂温克旗2021年', '鄂温克旗 = 呼伦贝尔市鄂温克族自治旗'],
    ['内蒙古2022年', '内蒙古 = 内蒙古自治区'],
    ['报告里海北州的处罚', '海北州 = 青海省海北藏族自治州'],
  ])('knows an autonomous area by its short name: %s', (text, mention) => {
    expect(mentions(text)).toEqual([mention]);
  });

  it('finds several regions in the order of the text', () => {
    expect(mentions('花都2019和平桥2023谁的公职律师多?')).toEqual([
      '花都 = 广州市花都区',
      '平桥 = 信阳市平桥区',
    ]);
  });

  it('takes ordinary words for no region', () => {
    expect(mentions('推进平安建设、社会和平安定,开展互助合作,通道资源公开平台')).toEqual([]);
    expect(mentions('各市和县(区)公安局会同有关部门,办理县级事项')).toEqual([]);
    expect(mentions('建设新区,打造示范区,各开发区')).toEqual([]);
  });

  it('takes an ordinary word for a region behind its parent, in front of a year, or where it is held', () => {
    expect(mentions('沈阳和平有多少件')).toEqual(['沈阳和平 = 沈阳市和平区']);
    expect(mentions('和平2019年')).toHaveLength(1);
    expect(mentions('问一下大方的情况', [region('大方县')])).toEqual(['大方 = 毕节市大方县']);
  });

  it('finds held regions with one character wrong', () => {
    expect(mentions('花嘟2019年综合纠错率')).toEqual(['花嘟 = 广州市花都区']);
    expect(mentions('平乔区2023年')).toEqual(['平乔区 = 信阳市平桥区']);
    expect(mentions('涪岭高新区2022年')).toEqual(['涪岭高新区 = 重庆市涪陵高新技术产业开发区']);
    expect(mentions('高周转率,该州市')).toEqual([]);
  });

  it('believes a name of two characters that sounds right where what is asked about follows it', () => {
    expect(mentions('高洲法律援助案件多少宗')).toEqual(['高洲 = 茂名市高州市']);
    expect(mentions('话都说不清楚')).toEqual([]);
  });

  it('tells held regions of one name by a parent in small letters', () => {
    const held = [region('南京市鼓楼区'), region('福州市鼓楼区')];

    expect(mentions('nanjing gulou rent waived', held)).toEqual(['nanjing gulou = 南京市鼓楼区']);
    expect(mentions('fuzhou gulou legal advisers', held)).toEqual(['fuzhou gulou = 福州市鼓楼区']);
    expect(mentions('nanjing rent waived', held)).toEqual([]);
  });

  it('is surer of a full name than of a short one, and least sure of a misspelt one', () => {
    const certainties = ['花都区', '花都', 'Huadu', 'Huaduu'].map(
      (text) => findRegions(text, { known })[0]!.certainty,
    );

    expect(certainties).toEqual([...certainties].sort((a, b) => b - a));
    expect(certainties[0]).toBe(1);
    expect(new Set(certainties).size).toBe(4);
  });

  it('finds every region of the gazetteer under its full name with parents', () => {
    for (const entry of gazetteer().regions) {
      const printed = `请问${entry.parents.join('')}${entry.name}2021年`;

      const [mention, ...others] = findRegions(printed);

      expect(others, printed).toEqual([]);
      expect(
        mention?.candidates.map(({ name }) => name),
        printed,
      ).toContain(entry.name);
      expect(mention?.certainty, printed).toBe(1);
    }
  });

  it('finds every county by its full name alone, among those of that name', () => {
    for (const entry of gazetteer().regions.filter((r) => r.level === 'county' && r.name.length > 2)) {
      const [mention] = findRegions(`${entry.name}2021年`);

      expect(mention?.text, entry.name).toBe(entry.name);
      expect(mention?.candidates, entry.name).toContainEqual(entry);
    }
  });

  it('finds nothing but regions in the reports', () => {
    const names = readdirSync('data/reports').flatMap((file) =>
      findRegions(readFileSync(`data/reports/${file}`, 'utf8')).map((mention) => mention.text),
    );

    expect(names.filter((name) => /[建设法治打造推进]/.test(name))).toEqual([]);
  });
});

describe('findRegions() in English', () => {
  it.each([
    ["What was Huadu's 2019 comprehensive correction rate?", 'Huadu = 广州市花都区'],
    ['Huadu District', 'Huadu District = 广州市花都区'],
    ['how many cases in huadu', 'huadu = 广州市花都区'],
    ['Gao Zhou in 2021', 'Gao Zhou = 茂名市高州市'],
    ['gaozhou city', 'gaozhou city = 茂名市高州市'],
    ['the Chongqing Fuling High-tech zone', 'Chongqing Fuling High-tech zone = 重庆市涪陵高新技术产业开发区'],
    ['Fuling Gaoxinqu', 'Fuling Gaoxinqu = 重庆市涪陵高新技术产业开发区'],
    ['Fuling District', 'Fuling District = 重庆市涪陵区'],
    ['Fuling', 'Fuling = 重庆市涪陵高新技术产业开发区 / 重庆市涪陵区'],
    ['Jinhai Lake New Area', 'Jinhai Lake New Area = 毕节市金海湖新区'],
    ['Tianhe District of Guangzhou', 'Tianhe District of Guangzhou = 广州市天河区'],
    ["Guangzhou's Huadu", "Guangzhou's Huadu = 广州市花都区"],
    ['Lüliang City', 'Lüliang City = 山西省吕梁市'],
    ['Qin County', 'Qin County = 长治市沁县'],
    ['Inner Mongolia', 'Inner Mongolia = 内蒙古自治区'],
    ['Panyu District', 'Panyu District = 广州市番禺区'],
  ])('finds in "%s": %s', (text, mention) => {
    expect(mentions(text)).toEqual([mention]);
  });

  it('forgives a letter in the name of a held region', () => {
    expect(mentions('Huaduu 2019')).toEqual(['Huaduu = 广州市花都区']);
    expect(mentions('Gaozou')).toEqual(['Gaozou = 茂名市高州市']);
    expect(mentions('Tianhee District')).toEqual([]);
  });

  it('takes English words for no region', () => {
    expect(
      mentions('She can handle many long changes: filing, ruling and dating an appeal. He can too.'),
    ).toEqual([]);
    expect(mentions('Change the guiding rule. Dean, lean, boxing.')).toEqual([]);
    expect(mentions('how long has tianhe been')).toEqual([]);
  });
});

describe('findRegions() on any text', () => {
  const pieces = fc.constantFrom(
    ...[
      '广州',
      '市',
      '花都',
      '区',
      '高新区',
      '和平',
      '县',
      '省',
      'Huadu',
      ' ',
      'City',
      '鼓樓',
      'new area',
      '２０２１',
      '年',
    ],
    ...['\u00a0', '\u200b', '😀', '，', '吉林', '新区', 'Gaozhu', '平乔区', "'s", 'a\u0308'],
  );
  const texts = fc.oneof(
    fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary', maxLength: 60 }),
  );

  it('gives mentions in order, without overlap, whose offsets cut out their words', () => {
    fc.assert(
      fc.property(texts, (text) => {
        let end = 0;
        for (const mention of findRegions(text, { known })) {
          expect(mention.start).toBeGreaterThanOrEqual(end);
          expect(text.slice(mention.start, mention.end)).toBe(mention.text);
          expect(mention.candidates.length).toBeGreaterThan(0);
          expect(mention.certainty).toBeGreaterThan(0);
          end = mention.end;
        }
      }),
      { numRuns: 500 },
    );
  });

  it('reads a question in under 2 ms and a report of 15,000 characters in under 100 ms', () => {
    const question = '广州市天河区2019年的综合纠错率是多少?花都2019和平桥2023谁的公职律师多一些呢?Huadu?';
    const report = readFileSync('data/reports/004_a9bec1d6296ff772.txt', 'utf8').repeat(2).slice(0, 15_000);
    const fastest = (text: string) =>
      Math.min(
        ...Array.from({ length: 20 }, () => {
          const start = performance.now();
          findRegions(text, { known });
          return performance.now() - start;
        }),
      );

    expect(fastest(question)).toBeLessThan(2);
    expect(fastest(report)).toBeLessThan(100);
  });

  describe('a held zone under the words that people use', () => {
    const zones = ['淮安经济技术开发区', '汉中高新技术产业开发区', '郴州综合保税区'].map(
      (name) => describeRegion(name)!,
    );
    const namesOf = (text: string) =>
      findRegions(text, { known: zones }).map(({ candidates }) => candidates[0]?.name);

    it.each([
      ['淮安开发区2022年', '淮安经济技术开发区'],
      ['淮安市开发区2022年', '淮安经济技术开发区'],
      ['淮安经开区', '淮安经济技术开发区'],
      ["Huai'an Development Area 2022", '淮安经济技术开发区'],
      ['Huaian Economic and Technological Development Zone', '淮安经济技术开发区'],
      ['汉中市高新区', '汉中高新技术产业开发区'],
      ['Hanzhong High-tech Zone', '汉中高新技术产业开发区'],
      ['郴州综保区', '郴州综合保税区'],
      ['Chenzhou Comprehensive Bonded Zone', '郴州综合保税区'],
    ])('finds it in "%s"', (text, name) => {
      expect(namesOf(text)).toEqual([name]);
    });

    it.each(['汉中开发区', '汉中经开区', '淮安高新区', 'Hanzhong Development Zone'])(
      'takes no zone of one kind for one of another: "%s"',
      (text) => {
        expect(namesOf(text)).not.toContain('汉中高新技术产业开发区');
        expect(namesOf(text)).not.toContain('淮安经济技术开发区');
      },
    );
  });
});
