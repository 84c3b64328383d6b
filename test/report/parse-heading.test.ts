import { describe, expect, it } from 'vitest';
import { parseHeading } from '../../src/report/parse-heading.ts';
import { parseMarker } from '../../src/report/parse-marker.ts';
import { splitLines } from '../../src/report/report-lines.ts';

function read(text: string) {
  const [line] = splitLines(text);
  return line === undefined ? undefined : parseHeading(line);
}

describe('parseMarker()', () => {
  it.each([
    ['第一部分 2023年工作情况', 'part', 1],
    ['第十二章 保障', 'chapter', 12],
    ['第三节 监督', 'section', 3],
    ['二十一、其他', 'chinese', 21],
    ['(十二)按照要求', 'chinese-bracket', 12],
    ['1.强化领导', 'arabic', 1],
    ['3.2025年工作计划', 'arabic', 3],
    ['12、开展普法', 'arabic', 12],
    ['1.4持续改进', 'decimal', 4],
    ['1.4.2严格办案', 'decimal-3', 2],
    ['(3)提高效率', 'arabic-bracket', 3],
    ['4)提高效率', 'arabic-half-bracket', 4],
    ['③提高效率', 'circled', 3],
    ['⑵提高效率', 'arabic-bracket', 2],
  ])('reads the number of %s', (text, style, number) => {
    expect(parseMarker(text)).toMatchObject({ style, number });
  });

  it.each([
    '3.5亿元用于普法',
    '2020.5.1起施行',
    '1-10月,全市',
    '一是强化领导',
    '首先,加强',
    '2023年,全区',
    '1.37亿元',
    '12345热线',
    '100%的事项',
  ])('takes %s for text', (text) => {
    expect(parseMarker(text)).toBeUndefined();
  });
});

describe('parseHeading()', () => {
  it('ends a run-in heading at its first 。', () => {
    expect(read('1.发挥复议功能。积极发挥行政复议的纠错功能。一是强化审查。')).toMatchObject({
      shape: 'run-in',
      heading: '1.发挥复议功能。',
    });
  });

  it('keeps the space and the width that the report prints', () => {
    expect(
      read('(九) 严格执行《优化营商环境条例》,纠正行政不作为、乱作为。一是成立领导小组。')?.heading,
    ).toBe('(九) 严格执行《优化营商环境条例》,纠正行政不作为、乱作为。');
    expect(read('１．推进简政放权。全年分三批取消、调整和下放市级行政审批事项８６项。')?.heading).toBe(
      '１．推进简政放权。',
    );
    expect(read('（一）着力转变政府职能')?.shape).toBe('alone');
  });

  it('takes a numbered whole sentence for a sentence', () => {
    const long =
      '1.高新区党工委高度重视法治建设工作,自觉提高政治站位和战略站位,深入贯彻习近平法治思想、党的二十大精神和市第六次党代会精神,深刻领会把握根本原则。通过会议学习。';
    expect(read(long)?.shape).toBe('sentence');
    expect(read('2.2022年,共受理行政复议案件45件,审结40件。其中维持30件。')?.shape).toBe('sentence');
    expect(read('(1)个别部门重实体轻程序,案卷制作不够规范。(2)基层司法所力量薄弱。')?.shape).toBe('sentence');
    expect(read('1.力争建成示范区。2.调撤率达40%以上。3.培训达到30场。')?.shape).toBe('sentence');
    expect(read('(一)少数干部法治观念不强;(二)出庭应诉率有差距;(三)执法人员少。')?.shape).toBe('sentence');
  });

  it('ends a heading of a few words at its colon', () => {
    expect(
      read('1.加强组织领导:成立由区长任组长的领导小组,定期研究部署法治政府建设工作,压实各方责任。'),
    ).toMatchObject({
      shape: 'run-in',
      heading: '1.加强组织领导',
    });
  });
});

describe('parseHeading() of a heading parted from its text by a wide blank', () => {
  it('runs it into the text', () => {
    expect(read('三、存在问题　旗县水政执法队伍多为兼职，专职人员仅占三成，培训不足。')).toMatchObject({
      shape: 'run-in',
      heading: '三、存在问题',
    });
  });

  it('takes a blank within a sentence or without text behind it for no such sign', () => {
    const sentence = '三、旗县水政执法队伍多为兼职，专职人员　仅占三成，地下水超采区违法取水屡禁不止。';

    expect(read(sentence)?.heading).toBe(sentence);
    expect(read('三、存在的问题　和困难')).toMatchObject({
      shape: 'alone',
      heading: '三、存在的问题　和困难',
    });
  });
});
