import { describe, expect, it } from 'vitest';
import { useOwnReports } from '../../support/use-own-reports.ts';

const ask = useOwnReports({
  'jingtai2022.txt': `景泰县人民政府2022年法治政府建设工作报告
2022年,景泰县扎实推进法治政府建设,现将有关情况报告如下:
一、主要工作
(一)规范执法。全县21个行政执法部门和11个乡镇共办理行政处罚案件5310件,罚没金额902.6万元。乡镇综合执法机构办理行政处罚案件418件。县直部门办理行政许可7020件(不含乡镇),收取费用33.5万元。景泰川镇、一条山镇巡查次数居前。芦阳镇“老杨工作室”调解纠纷205件。开展农资市场专项检查,检查门店640户次,立案12起,罚款8.7万元。全年制定县政府规范性文件7件,对55件现行有效的规范性文件开展清理。
各单位办案情况见下表:
单位 | 行政处罚(件) | 罚没款(万元) | 检查(次)
县应急管理局 | 210 | 61.5 | 900
县水务局 | 96 | 120.8 | 310
合计 | 306 | 182.3 | 1210
(二)化解争议。全年收到行政复议申请61件,受理57件,审结50件,调解率22%。行政诉讼败诉率7.2%。全年排查化解矛盾纠纷1904起,其中婚姻家庭类511起,邻里纠纷402起,劳资纠纷96起。全县公职律师38名,比上年底净增6名公职律师。企业开办时间由3天压缩至1天。
各类检查情况如下:
项目 | 2020年 | 2021年 | 2022年
信用核查(次) | 150 | 190 | 260
二、存在不足
个别乡镇行政诉讼败诉率超过18%。
三、2023年打算
力争行政诉讼败诉率降至5%以下。
景泰县人民政府
2023年1月9日
`,
  'jingtai2021.txt': `景泰县人民政府2021年法治政府建设工作报告
2021年,景泰县扎实推进法治政府建设,现将有关情况报告如下:
一、主要工作
行政诉讼败诉率8.8%。
二、下一步工作打算
推进示范创建。
景泰县人民政府
2022年1月9日
`,
});

describe('answers from a report with figures of parts', () => {
  it.each([
    ['景泰县2022年行政诉讼败诉率是多少', '7.2%', 'and not that of some towns'],
    ['景泰县2022年乡镇一共办了多少行政处罚', '418件', 'and not that of departments and towns together'],
    ['景泰县2022年芦阳镇调解了多少纠纷', '205件', 'for the town that is named'],
    ['景泰县2022年婚姻家庭纠纷多少起', '511起', 'and not the next item of the list'],
    ['景泰县2022年处理了多少纠纷', '1904起', 'and not one item of the list'],
    ['景泰县2022年农资市场检查罚了多少', '8.7万元', 'in money'],
    ['景泰县2022年公职律师增加多少', '6名', 'by how many they grew'],
    ['景泰县2022年企业开办要几天', '1天', 'as it is now'],
    ['景泰县2022年一共制定了多少规范性文件', '7件', 'and not those looked through'],
    ['景泰县2022年各单位罚没款合计多少', '182.3万元', 'of the row of totals'],
    ['景泰县2022年水务局行政处罚多少件', '96件', 'of the row that is named'],
  ])('answers "%s" with %s, %s', async (question, figure) => {
    expect((await ask(question)).answer).toBe(figure);
  });

  it.each([
    ['景泰县2022年喜泉镇办了多少行政处罚案件', 'the town is not in the report'],
    ['景泰县2022年不予受理的复议申请有几件', 'only those received and accepted are'],
    ['景泰县2022年行政复议受理率', 'another rate is no rate of acceptance'],
    ['景泰县教育局2022年行政处罚多少件', 'the bureau has no row'],
    ['景泰县2022年乡镇办理行政许可多少件', 'what leaves the towns out is not theirs'],
  ])('gives no figure for "%s": %s', async (question) => {
    expect((await ask(question)).kind).toBe('refusal');
  });

  it('puts a bound that was only planned right with the figure that was reached', async () => {
    const answer = await ask('听说景泰县2022年败诉率降到5%以下了,真的吗');

    expect(answer.answer).toBe('7.2%');
    expect(answer.text).toContain('不是5%以下');
  });

  it('confirms a bound that the figure keeps', async () => {
    expect((await ask('景泰县2022年败诉率降到8%以下了,对吗')).text).toContain('与报告一致');
  });
});

describe('answers from tables', () => {
  it('names the row with the most of a column, totals aside', async () => {
    expect((await ask('景泰县2022年哪个单位罚没款最多')).answer).toBe('县水务局 120.8万元');
    expect((await ask('景泰县2022年行政处罚最少的是哪个单位')).answer).toBe('县水务局 96件');
  });

  it('goes on to the year of another column', async () => {
    expect((await ask('景泰县2022年信用核查多少次', '2020年呢')).answer).toBe('150次');
  });

  it('goes on to another measure of the row', async () => {
    expect((await ask('景泰县2022年水务局行政处罚多少件', '罚了多少钱')).answer).toBe('120.8万元');
  });
});

describe('follow-ups over years', () => {
  it.each([['前一年呢'], ['上一年的呢']])('keeps the measure: %s', async (followUp) => {
    expect((await ask('景泰县2022年败诉率多少', followUp)).answer).toBe('8.8%');
  });

  it('takes the next year for a year where its report is held', async () => {
    expect((await ask('景泰县2021年败诉率多少', '下一年呢')).answer).toBe('7.2%');
  });

  it('gives both sides and how far apart they are', async () => {
    const answer = await ask('景泰县2022年败诉率多少', '前一年呢', '它们俩差多少');

    expect(answer.text).toContain('7.2%');
    expect(answer.text).toContain('8.8%');
    expect(answer.text).toContain('1.6');
  });
});
