import { describe, expect, it } from 'vitest';
import { identifyRegion } from '../../src/report/identify-region.ts';
import type { RegionSources } from '../../src/report/named-regions.ts';

function identify({
  title,
  ...sources
}: Omit<Partial<RegionSources>, 'titles'> & { readonly title?: string }) {
  return identifyRegion({ titles: title === undefined ? [] : [title], paragraphs: [], ...sources });
}

describe('identifyRegion()', () => {
  it.each([
    ['广州市花都区', '花都区', ['广东省', '广州市']],
    ['花都', '花都区', ['广东省', '广州市']],
    ['Huadu', '花都区', ['广东省', '广州市']],
    ['宁波市应急管理局', '宁波市应急管理局', ['浙江省', '宁波市']],
    ['鄂温克族自治旗人民政府', '鄂温克族自治旗', ['内蒙古自治区', '呼伦贝尔市']],
  ])('takes "%s" for %s at a word', (given, name, parents) => {
    expect(identify({ given, title: '番禺区2019年法治政府建设情况报告' })?.region).toMatchObject({
      name,
      parents,
    });
  });

  it('lets the text decide which of several places a given name means', () => {
    const paragraphs = ['南京市委、市政府高度重视,我区依法行政。'];

    expect(identify({ given: '鼓楼区', paragraphs })?.region).toMatchObject({
      name: '鼓楼区',
      parents: ['江苏省', '南京市'],
    });
  });

  it('tells places of one name apart by the address of the page', () => {
    const title = '鼓楼区2019年法治政府建设情况报告';

    expect(identify({ title, url: 'https://www.gulou.fuzhou.gov.cn/a.html' })?.region.parents).toEqual([
      '福建省',
      '福州市',
    ]);
    expect(identify({ title })?.problems).toHaveLength(1);
  });

  it('takes the region from the address of a government where nothing else names one', () => {
    const found = identify({ paragraphs: ['我县依法行政。'], url: 'http://www.dongshandao.gov.cn/1.html' });
    const named = identify({ paragraphs: ['我区依法行政。'], url: 'http://www.huadu.gov.cn/1.html' });

    expect(found).toBeUndefined();
    expect(named).toMatchObject({
      region: { name: '花都区' },
      problems: [`No title names the region; "花都区" was taken from the page's address`],
    });
    expect(identify({ paragraphs: ['我县依法行政。'], url: 'http://www.huadu.com/1.html' })).toBeUndefined();
  });

  it('takes a district for the speaker on the site of its city', () => {
    const found = identify({ paragraphs: ['花都区依法行政。'], url: 'http://www.guangzhou.gov.cn/1.html' });

    expect(found?.region.name).toBe('花都区');
  });

  it('takes a region that lies in the one of the address only where no other can be meant', () => {
    const url = 'http://www.guangzhou.gov.cn/1.html';

    expect(identify({ paragraphs: ['花都区、番禺区依法行政。'], url })?.region.name).toBe('广州市');
    expect(identify({ paragraphs: ['我市依法行政,花都区、番禺区依法行政。'], url })?.region.name).toBe(
      '广州市',
    );
    expect(identify({ paragraphs: ['我区依法行政。花都区与番禺区、花都区。'], url })?.region.name).toBe(
      '花都区',
    );
  });

  it('reads the address from the inside out', () => {
    const nameOf = (url: string) => {
      const region = identify({ url, paragraphs: ['依法行政。'] })?.region;
      return region && [...region.parents, region.name].join('');
    };

    expect(nameOf('http://www.gulou.fuzhou.gov.cn/1.html')).toBe('福建省福州市鼓楼区');
    // 公安, and no county of that name.
    expect(nameOf('http://gongan.huadu.gov.cn/1.html')).toBe('广东省广州市花都区');
    expect(nameOf('http://www.gulou.gov.cn/1.html')).toBeUndefined();
  });
});

/** Every source names another region; those left out stay unsaid. */
const EVERY = {
  title: '东山县2023年法治政府建设情况报告',
  issuer: '婺源县人民政府',
  signer: '平桥区人民政府',
  source: '浉河区司法局',
  paragraphs: ['全区依法行政。', '印发《花都区法治政府建设实施方案》。', '番禺区、番禺区、番禺区依法行政。'],
  url: 'http://www.huairou.gov.cn/1.html',
} as const;
const ORDER = ['title', 'issuer', 'signer', 'source', 'paragraphs', 'url'] as const;
const NAMES = ['东山县', '婺源县', '平桥区', '浉河区', '花都区', '怀柔区'];
const SAID = ['title', 'issuer', 'signature', 'source', 'names of documents', "page's address"];

describe('the sources of a region', () => {
  it.each(ORDER.map((_, position) => position))('count in their order, source %i', (position) => {
    const left = Object.fromEntries(ORDER.slice(position).map((source) => [source, EVERY[source]]));

    const found = identify(left);

    const region = NAMES[position];
    expect(found?.region.name).toBe(region);
    expect(found?.problems).toEqual([
      ...(position === 0
        ? []
        : [`No title names the region; "${region}" was taken from the ${SAID[position]}`]),
      ...NAMES.slice(position + 1).map(
        (name, after) =>
          `"${region}" was taken as the region from the ${SAID[position]}; by the ${SAID[position + 1 + after]} it is "${name}"`,
      ),
    ]);
  });

  it('take a document by its name, not what the whole text names most', () => {
    const { title: _t, issuer: _i, signer: _s, source: _o, url: _u, ...text } = EVERY;

    expect(identify(text)?.region.name).toBe('花都区');
    expect(identify({ paragraphs: [EVERY.paragraphs[0], EVERY.paragraphs[2]] })).toMatchObject({
      region: { name: '番禺区' },
      problems: ['No title names the region; "番禺区" was taken from the text'],
    });
  });

  it('agree where a body of the region signed, its city carries the page, or its city is named in documents', () => {
    const found = identify({
      title: '平桥区2023年法治政府建设情况报告',
      issuer: '信阳市平桥区人民政府办公室',
      signer: '平桥区司法局',
      source: '信阳市司法局',
      paragraphs: ['印发《信阳市城市管理条例》。'],
      url: 'http://www.xinyang.gov.cn/1.html',
    });

    expect(found).toMatchObject({ region: { name: '平桥区' }, problems: [] });
  });

  it.each([
    [{ issuer: '信阳市人民政府' }, 'issuer', '信阳市'],
    [{ signer: '信阳市人民政府' }, 'signature', '信阳市'],
    [{ signer: '平桥区五里店街道办事处' }, 'signature', '五里店街道'],
    [{ url: 'http://www.chaoyang.gov.cn/1.html' }, "page's address", '朝阳市/朝阳区/朝阳县'],
  ])('differ where a district is not its city, nor a street its district: %j', (source, said, name) => {
    const { region, problems } = identify({ title: '平桥区2023年法治政府建设情况报告', ...source })!;

    expect(region.name).toBe('平桥区');
    expect(problems).toEqual([
      `"平桥区" was taken as the region from the title; by the ${said} it is "${name}"`,
    ]);
  });

  it('tell places of one name apart by the first of them that prints a parent', () => {
    const title = '鼓楼区2023年法治政府建设情况报告';
    const paragraphs = ['南京市、南京市、南京市。'];
    const above = (sources: Parameters<typeof identify>[0]) =>
      identify({ title, paragraphs, ...sources })?.region.parents;

    expect(above({})).toEqual(['江苏省', '南京市']);
    expect(above({ url: 'http://www.gulou.fuzhou.gov.cn/' })).toEqual(['福建省', '福州市']);
    expect(above({ signer: '开封市鼓楼区人民政府' })).toEqual(['河南省', '开封市']);
    expect(
      above({ title: '徐州市鼓楼区2023年法治政府建设情况报告', signer: '开封市鼓楼区人民政府' }),
    ).toEqual(['江苏省', '徐州市']);
  });

  it('tell departments and towns of one name apart too', () => {
    expect(
      identify({
        title: '鼓楼区司法局2023年法治政府建设情况报告',
        paragraphs: ['我局在南京市司法局指导下工作。'],
      }),
    ).toMatchObject({
      region: { name: '鼓楼区司法局', parents: ['江苏省', '南京市', '鼓楼区'] },
      problems: [],
    });
    expect(
      identify({ title: '城关镇2023年法治政府建设情况报告', signer: '榆中县城关镇人民政府' })?.region,
    ).toMatchObject({ level: 'township', parents: ['甘肃省', '兰州市', '榆中县'] });
    expect(identify({ title: '城关镇2023年法治政府建设情况报告' })?.problems).toHaveLength(1);
  });

  it('give a city for no district that names only its city, and no district for a department', () => {
    expect(identify({ paragraphs: ['我区依法行政。信阳市、信阳市。'] })).toBeUndefined();
    expect(identify({ paragraphs: ['我局依法行政。平桥区。'] })?.problems).toContain(
      'The text speaks of a department, and nothing names it; "平桥区" may be its place only',
    );
  });

  it('say which region the name of a department without one is of', () => {
    const found = identify({
      title: '市场监督管理局2023年法治政府建设情况报告',
      signer: '平桥区市场监督管理局',
    });

    expect(found?.region).toMatchObject({ name: '平桥区市场监督管理局', level: 'department' });
  });

  it('differ where what is given and what is printed bear one name in two cities', () => {
    const title = '福州市鼓楼区2023年法治政府建设情况报告';

    expect(identify({ given: '南京市鼓楼区', title })?.problems).toEqual([
      '"鼓楼区" was given as the region; the file names "福建省福州市鼓楼区"',
    ]);
  });
});

describe('the kinds of bodies that a title names', () => {
  it.each([
    ['河南省', 'province', '河南省'],
    ['广西壮族自治区', 'province', '广西壮族自治区'],
    ['上海市', 'province', '上海市'],
    ['信阳市', 'city', '河南省信阳市'],
    ['镇江市', 'city', '江苏省镇江市'],
    ['大兴安岭地区', 'city', '黑龙江省大兴安岭地区'],
    ['锡林郭勒盟', 'city', '内蒙古自治区锡林郭勒盟'],
    ['恩施土家族苗族自治州', 'city', '湖北省恩施土家族苗族自治州'],
    ['恩施州', 'city', '湖北省恩施土家族苗族自治州'],
    ['花都', 'county', '广东省广州市花都区'],
    ['济南市市中区', 'county', '山东省济南市市中区'],
    ['桐乡市', 'county', '浙江省嘉兴市桐乡市'],
    ['鄂托克前旗', 'county', '内蒙古自治区鄂尔多斯市鄂托克前旗'],
    ['莫力达瓦达斡尔族自治旗', 'county', '内蒙古自治区呼伦贝尔市莫力达瓦达斡尔族自治旗'],
    ['长阳土家族自治县', 'county', '湖北省宜昌市长阳土家族自治县'],
    ['神农架林区', 'county', '湖北省神农架林区'],
    ['六枝特区', 'county', '贵州省六盘水市六枝特区'],
    ['黔东南苗族侗族自治州凯里市', 'county', '贵州省黔东南苗族侗族自治州凯里市'],
    ['西樵镇', 'township', '广东省佛山市南海区西樵镇'],
    ['平桥区五里店街道办事处', 'township', '河南省信阳市平桥区五里店街道'],
    ['阿巴嘎旗那仁宝拉格苏木', 'township', '内蒙古自治区锡林郭勒盟阿巴嘎旗那仁宝拉格苏木'],
    ['信阳市平桥区市场监督管理局', 'department', '河南省信阳市平桥区平桥区市场监督管理局'],
    ['平桥区发展和改革委员会', 'department', '河南省信阳市平桥区平桥区发展和改革委员会'],
    ['平桥区国有资产监督管理委员会', 'department', '河南省信阳市平桥区平桥区国有资产监督管理委员会'],
    ['河南省司法厅', 'department', '河南省河南省司法厅'],
    ['苏州工业园区管理委员会', 'zone', '江苏省苏州市苏州工业园区'],
    ['信阳高新技术产业开发区', 'zone', '河南省信阳市信阳高新技术产业开发区'],
    ['黄山风景区管理委员会', 'zone', '安徽省黄山市黄山风景区'],
    ['西咸新区', 'zone', '陕西省西咸新区'],
    ['中共平桥区委、平桥区人民政府', 'county', '河南省信阳市平桥区'],
    ['平桥区委区政府', 'county', '河南省信阳市平桥区'],
    ['中共信阳市委全面依法治市委员会办公室', 'city', '河南省信阳市'],
  ])('reads %s as a %s', (printed, level, place) => {
    const found = identify({ title: `${printed}2023年法治政府建设情况报告` });

    expect(found?.region.level).toBe(level);
    expect([...(found?.region.parents ?? []), found?.region.name].join('')).toBe(place);
    expect(found?.problems).toEqual([]);
  });

  it.each([
    ['朝阳区', ['吉林省', '长春市'], '在长春市委领导下'],
    ['朝阳区', ['北京市'], '在北京市领导下'],
    ['桥西区', ['河北省', '张家口市'], '在张家口市领导下'],
  ])('tells %s apart by its parents', (name, parents, text) => {
    const title = `${name}2023年法治政府建设情况报告`;

    expect(identify({ title, paragraphs: [`${text}。`] })?.region.parents).toEqual(parents);
  });
});
