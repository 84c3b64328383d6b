import { describe, expect, it } from 'vitest';
import { readPageMetadata } from '../../src/report/read-page-metadata.ts';
import { splitLines } from '../../src/report/report-lines.ts';
import { separatePage } from '../../src/report/separate-page.ts';

const TEXT =
  '2023年,全区各部门认真履行职责,严格规范公正文明执法,全年办理行政处罚案件120件,行政许可案件350件。';

/** The page taken apart, in words. */
function separate(...lines: string[]) {
  const page = separatePage(splitLines(lines.join('\n')));
  const metadata = readPageMetadata(page.around);
  return {
    title: page.title?.text,
    body: page.body.map((line) => line.text),
    issuer: page.signature.issuer?.text ?? metadata.issuer ?? metadata.source,
    issued: page.signature.issued?.date ?? metadata.issued,
    published: metadata.published,
    problems: page.problems,
  };
}

describe('separatePage()', () => {
  it.each([
    '您当前的位置:首页\u00A0>>\u00A0专题专栏\u00A0>>\u00A0扫黑除恶督导进行时',
    '首页＞政务公开＞公示公告＞正文',
    '习近平:坚定不移走中国人权发展道路 更好推动我国人权事业发展',
    '长者版 | 移动版 | 登录 | 注册',
    '索 引 号:K01303/2021-00412    信息分类:综合政务 / 报告    组配分类:其他',
    '字体:【大】【中】【小】 色调: 正常',
    'headerBg',
    '部\u00A0\u00A0门',
    '芜湖经开区管委会 - 信息公开目录 - 法治政府建设年度报告',
    '访问量:  217 次',
  ])('drops %s above the title', (noise) => {
    expect(separate(noise, '东山县2023年法治政府建设情况报告', TEXT).body).toEqual([TEXT]);
  });

  it.each([
    "$('#share-1').share();",
    'document.write(unescape("%3Cspan id=\'_ideConac\' %3E%3C/span%3E"));',
    'style="display: table-cell"',
    '>',
    '主办单位:广东省高州市人民政府办公室    联系方式:0668-6666810',
    '粤公网安备 44098102441048号',
    '粤ICP备16116520号 网站标识码:4409810016',
    '[ 编辑: 高凉网编辑 ]',
    '  • 【推荐】',
    '上一篇:鼓楼区2020年政府信息公开工作年度报告',
    '下一条:没有了',
    '·天水市人民政府办公室关于做好２０１７年春节期间有关工作的通知',
    '（联系人及电话：市政府法制办　０９３８－８２１００００）',
    '(此件主动公开)',
    '分享: 微信 微博 QQ空间',
    '扫一扫在手机打开当前页',
    '关闭本页　打印',
    '本网站所有内容未经许可不得转载。',
    '附件:1.执法数据表.xlsx',
    '- 12 -',
  ])('drops %s below the text', (noise) => {
    expect(separate('东山县2023年法治政府建设情况报告', '一、工作情况', TEXT, noise).body).toEqual([
      '一、工作情况',
      TEXT,
    ]);
  });

  it('keeps sentences that speak of ICP records, telephones and websites', () => {
    const sentence = '依托门户网站完成ICP备案核查35家,开通联系电话2部,版权所有人投诉全部办结。';

    expect(separate('东山县2023年法治政府建设情况报告', '一、工作情况', sentence, TEXT).body).toContain(
      sentence,
    );
  });

  it('keeps a book title in angle brackets, which is no tag', () => {
    const text = `2.根据《<中央依法治国办关于实地督察的反馈意见>整改方案》要求,高度重视整改工作,${TEXT}`;

    expect(separate('一、工作情况', text).body).toContain(text);
  });

  it('keeps an introduction without 。 and a recipient', () => {
    const { body } = separate(
      '东山县2023年法治政府建设工作总结',
      '市人民政府:',
      '根据相关要求,现将工作情况总结如下:',
      '一、工作情况',
      TEXT,
    );

    expect(body.slice(0, 2)).toEqual(['市人民政府:', '根据相关要求,现将工作情况总结如下:']);
  });

  it('reads date and source from one line and leaves a site out as source', () => {
    const lead = ['东山县2023年法治政府建设情况报告'];

    expect(
      separate(
        ...lead,
        '发布日期:2020-04-01 10:29\u00A0\u00A0文章来源:花都区人民政府\u00A0\u00A0【\u00A0字体:\u00A0】\u00A0访问量: -',
        TEXT,
      ),
    ).toMatchObject({
      issuer: '花都区人民政府',
      published: '2020-04-01',
    });
    expect(separate(...lead, '来源:本网 发布时间:2024-01-02', TEXT)).toMatchObject({
      issuer: undefined,
      published: '2024-01-02',
    });
  });

  it('reads a table whose values stand on lines of their own', () => {
    const read = separate(
      '发布机构',
      '龙泉市司法局',
      '成文日期',
      '2023-02-28',
      '标题',
      '龙泉市2022年法治政府建设年度报告',
      '发布时间：2023-03-01',
      TEXT,
    );

    expect(read).toMatchObject({
      title: '龙泉市2022年法治政府建设年度报告',
      issuer: '龙泉市司法局',
      issued: '2023-02-28',
      published: '2023-03-01',
      body: [TEXT],
    });
  });

  it.each([
    [['高州市人民政府', '2021年12月2日\u00A0'], '高州市人民政府', '2021-12-02'],
    [['龙泉市人民政府办公室    2023年2月28日'], '龙泉市人民政府办公室', '2023-02-28'],
    [['婺源县人民政府', '二〇二二年一月十日', '(此件主动公开)'], '婺源县人民政府', '2022-01-10'],
    [['2017年12月18日'], undefined, '2017-12-18'],
  ])('reads the sign-off %j', (lines, issuer, issued) => {
    const read = separate('一、工作情况', TEXT, ...lines, '责任编辑: 孙某', '上一篇:');

    expect(read).toMatchObject({ issuer, issued, body: ['一、工作情况', TEXT] });
  });

  it('reads the sign-off between the text and an annex', () => {
    const read = separate('一、工作情况', TEXT, '东山县人民政府', '2024年1月5日', TEXT);

    expect(read).toMatchObject({
      issuer: '东山县人民政府',
      issued: '2024-01-05',
      body: ['一、工作情况', TEXT, TEXT],
    });
  });

  it('keeps long text below the links of the page and says so', () => {
    const text = TEXT.repeat(3);
    const read = separate('一、工作情况', TEXT, '分享到:', text);

    expect(read.body).toContain(text);
    expect(read.problems).toHaveLength(1);
  });

  it('skips a table of contents', () => {
    const title = '东山县2023年法治政府建设情况报告';
    const { body } = separate(
      title,
      '目　录',
      '一、工作情况……1',
      '二、工作计划……9',
      '一、工作情况',
      TEXT,
      '二、工作计划',
      TEXT,
    );

    expect(body).toEqual(['一、工作情况', TEXT, '二、工作计划', TEXT]);
  });

  it('begins with a heading without a number right below the title', () => {
    const title = '东山县2023年法治政府建设情况报告';

    expect(separate(title, '工作成效', TEXT, '存在问题', TEXT).body).toEqual([
      '工作成效',
      TEXT,
      '存在问题',
      TEXT,
    ]);
    const looks = new Map([[2, { bold: 4 }]]);
    const page = (heading: string) =>
      separatePage(splitLines([title, heading, TEXT].join('\n'), looks)).body.map(({ text }) => text);
    expect(page('严格执法')).toEqual(['严格执法', TEXT]);
    expect(page('东山县人民政府')).toEqual([TEXT]);
    expect(page('2024年1月20日')).toEqual([TEXT]);
  });
});
