import { describe, expect, it } from 'vitest';
import { identifyRegion, type RegionSources } from '../../src/report/identify-region.ts';

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
});
