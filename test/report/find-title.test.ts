import { describe, expect, it } from 'vitest';
import { findSpeaker } from '../../src/report/find-speaker.ts';
import { findTitle } from '../../src/report/find-title.ts';
import { splitLines } from '../../src/report/report-lines.ts';

const TEXT =
  '2023年,全县各部门认真履行职责,严格规范公正文明执法,全年办理行政处罚案件120件,行政许可案件350件,群众满意度持续提升。';

function find(...lines: string[]): string | undefined {
  return findTitle(splitLines([...lines, TEXT].join('\n')))?.text;
}

describe('findTitle()', () => {
  it('finds the title among the path, other headlines and the name of the site', () => {
    expect(
      find('高凉网 > 教育 > 正文', '习近平:坚定不移走中国人权发展道路', '高州市2021年度法治政府建设情况报告'),
    ).toBe('高州市2021年度法治政府建设情况报告');
    expect(find('婺源县召开2022年法治政府建设工作会议', '婺源县2022年度法治政府建设工作报告')).toBe(
      '婺源县2022年度法治政府建设工作报告',
    );
  });

  it('prefers the title to the title of the page, which names the site', () => {
    const title = findTitle(
      splitLines(
        [
          '婺源县2022年度法治政府建设工作报告 - 婺源县人民政府',
          '婺源县2022年度法治政府建设工作报告',
          TEXT,
        ].join('\n'),
      ),
    );

    expect(title).toEqual({ text: '婺源县2022年度法治政府建设工作报告', positions: [1] });
  });

  it('joins a title in two lines', () => {
    expect(find('婺源县人民政府', '关于2021年法治政府建设情况的报告')).toBe(
      '婺源县人民政府关于2021年法治政府建设情况的报告',
    );
  });

  it('finds none where the file begins with its text', () => {
    expect(find()).toBeUndefined();
    expect(find('鼓楼区人民政府门户网站 >> 政府信息公开 >> 法治政府')).toBeUndefined();
  });
});

describe('findSpeaker()', () => {
  it.each([
    ['毕节金海湖新区2020年法治政府建设工作总结', '毕节金海湖新区'],
    ['婺源县人民政府关于2021年法治政府建设情况的报告', '婺源县'],
    ['2022年度婺源县法治政府建设年度报告', '婺源县'],
    ['关于婺源县2022年法治政府建设情况的报告', '婺源县'],
    ['天水市人民政府２０１６年度推进依法行政建设法治政府工作情况报告', '天水市'],
    ['重庆涪陵高新技术产业开发区管理委员会2022年法治政府建设工作年度报告', '重庆涪陵高新技术产业开发区'],
    ['邳州市市场监督管理局2017年度法治政府建设工作总结', '邳州市市场监督管理局'],
    ['西樵镇2025年法治政府建设年度报告', '西樵镇'],
    ['中共东山县委 东山县人民政府关于2022年度法治政府建设情况的报告', '东山县'],
    ['关于上报东山县2022年度法治政府建设工作情况的报告', '东山县'],
    ['东山县行政审批服务局2021年法治政府建设年度报告', '东山县行政审批服务局'],
    ['平安区法治政府建设工作情况报告(2022年度)', '平安区'],
  ])('reads who speaks in %s', (title, name) => {
    expect(findSpeaker(title)?.name).toBe(name);
  });
});
