/**
 * Labels of the tables and bars that government pages print around a document, and their values.
 *
 * `发布日期:2020-04-01 10:29    文章来源:…    【字体:…】    访问量:-` is one line with four labels. The
 * metadata items are those of the open-government catalogues (GB/T 21063.3) and what sites add.
 */

import { toHalfWidth } from './report-lines.ts';

/** What a label's value says about the report; `other` says nothing that is kept. */
export type LabelKind = 'title' | 'issuer' | 'source' | 'issued' | 'published' | 'other';

/** A label and its value, as printed. */
export interface LabelledValue {
  readonly kind: LabelKind;
  readonly label: string;
  /** Empty when the page prints none on this line. */
  readonly value: string;
}

const LABELS: Readonly<Record<LabelKind, string>> = {
  title: '名称|标题|信息名称|文件名称|公文名称|文件标题|信息标题',
  issuer:
    '发文机关|发文机构|发文单位|发文部门|制发机关|印发机关|成文机关|公开机关|责任单位|报送单位|发布机关',
  source:
    '来源|信息来源|文章来源|稿件来源|内容来源|来源单位|发布机构|发布单位|发布部门|公开主体|信息提供|供稿单位|供稿|提供单位',
  issued:
    '成文日期|成文时间|生成日期|生成时间|发文日期|发文时间|印发日期|印发时间|制发日期|签发日期|产生日期|形成日期',
  published:
    '发布日期|发布时间|发表时间|发表日期|公开日期|公开时间|公布日期|更新时间|更新日期|上传时间|录入时间|日期|时间|公示时间|发稿时间',
  other:
    '索引号|索引|信息索引号|统一编号|信息分类|主题分类|体裁分类|组配分类|服务对象分类|分类|类别|栏目|所属栏目|体裁|文种|公文种类|主题词|关键词|关键字|' +
    '文号|字号|发文字号|文件编号|编号|有效性|时效性|文件状态|信息有效性|实施日期|生效日期|生效时间|失效日期|废止日期|有效期|终止日期|公开方式|公开范围|公开形式|公开时限|公开程序|' +
    '公开类别|公开属性|语种|载体类型|内容概述|信息概述|内容摘要|摘要|概述|导读|作者|撰稿|撰稿人|记者|通讯员|摄影|编辑|责任编辑|责编|值班编辑|审核|审核人|审稿|初审|复审|终审|校对|校核|签发|签发人|' +
    '拟稿|拟稿人|录入|录入者|录入人|发布人|发布者|浏览|浏览次数|浏览量|阅读|阅读次数|阅读量|阅读数|点击|点击数|点击率|点击量|点击次数|访问量|访问次数|访问|已浏览|人气|字体|字体大小|字体颜色|文字大小|字号大小|色调|背景色|视力保护色|保护视力色|' +
    '分享|分享到|分享至|分享文章到|分享给好友|打印|收藏|下载|附件|附件下载|相关附件|附件列表|相关链接|相关文件|相关文档|相关阅读|相关文章|相关信息|相关新闻|相关内容|相关解读|相关政策|关联文章|关联信息|解读链接|图解|推荐阅读|延伸阅读|热点推荐|热门文章|热点信息|最新文章|最新信息|' +
    '上一篇|下一篇|上一条|下一条|上篇|下篇|前一篇|后一篇|上一页|下一页|您当前的位置|当前位置|您的位置|您现在的位置|你的位置|现在的位置|所在位置|您所在的位置|位置|当前所在位置|' +
    '主办|主办单位|承办|承办单位|协办单位|管理单位|主管单位|维护单位|运维单位|建设单位|技术支持|版权所有|地址|联系地址|办公地址|邮编|邮政编码|电话|联系电话|咨询电话|办公电话|值班电话|热线电话|举报电话|监督电话|联系方式|联系人|联系人及电话|传真|邮箱|电子邮箱|电子邮件|网址|网站标识码|政府网站标识码|备案号|备案编号|二维码|抄送|抄报|主送|报送|分送|印数',
};

const KIND_OF = new Map<string, LabelKind>(
  Object.entries(LABELS).flatMap(([kind, labels]) =>
    labels.split('|').map((label): [string, LabelKind] => [label, kind as LabelKind]),
  ),
);

/** Labels are spaced out for looks (`索 引 号`, `字 号`); longer ones are tried first. */
const ANY_LABEL = [...KIND_OF.keys()]
  .sort((a, b) => b.length - a.length)
  .map((label) => [...label].join('[ \\t]{0,6}'))
  .join('|');
const START = new RegExp(`^[\\s【\\[(·•|>]*(?:${ANY_LABEL})[ \\t]*(?:[:】\\]]|\\t| {2,}|$)`);
const LABEL = new RegExp(`(?:^|[\\s【\\[(·•|;,。\\])】])(${ANY_LABEL})[ \\t]*(?::|(?=[】\\]\\t]|  |$))`, 'g');

/** The labels of a line with their values; empty when the line does not begin with one. */
export function readLabels(text: string): LabelledValue[] {
  const plain = toHalfWidth(text);
  if (!START.test(plain)) return [];
  const matches = [...plain.matchAll(LABEL)];
  return matches.map((match, position) => {
    const label = (match[1] ?? '').replace(/\s/g, '');
    const end = matches[position + 1]?.index ?? text.length;
    const value = text.slice(match.index + match[0].length, end).replace(/^[\s:：]+|[\s【[(|;；]+$/g, '');
    return { kind: KIND_OF.get(label) ?? 'other', label, value };
  });
}
