/**
 * Lines of web pages that are not part of a document: paths, buttons, footers, scripts.
 *
 * A line is noise when it looks like furniture as a whole. A sentence is never noise for a word in it:
 * reports speak of ICP records and telephone numbers too.
 */

import { readLabels } from './page-labels.ts';
import { parseMarker } from './parse-marker.ts';
import { countHan, isProse, type Line } from './report-lines.ts';

/** In characters; scripts and footers are shorter. */
const LONGEST_FURNITURE = 2000;

/**
 * Why a line is page furniture, in a few English words; `undefined` when it may be the document's.
 *
 * @param place `around`: above or below the document, where a label (`来源:…`) or a site's name is furniture
 *   too; `inside`: between two sentences of the document.
 */
export function noiseReason(line: Line, place: 'around' | 'inside'): string | undefined {
  if (line.text.length > LONGEST_FURNITURE || line.row !== undefined) return undefined;
  const compact = line.plain.replace(/\s+/g, '');
  for (const { reason, pattern } of ANYWHERE) if (pattern.test(compact)) return reason;
  if (isProse(line)) return undefined;
  if (line.isLink && parseMarker(line.plain) === undefined) return 'link';
  if (isPath(line.plain)) return 'path of the page';
  if (isButtons(line.plain)) return 'buttons';
  if (parseMarker(line.plain) !== undefined) return undefined;
  for (const { reason, pattern } of SHORT_LINES) if (pattern.test(compact)) return reason;
  if (place === 'inside') return undefined;
  for (const { reason, pattern } of AROUND) if (pattern.test(compact)) return reason;
  const label = readLabels(line.text)[0];
  return label === undefined ? undefined : `page metadata (${label.label})`;
}

/** Whether a sentence speaks of the web page and not of the report, as disclaimers do. */
export function isPageSentence(line: Line): boolean {
  return countHan(line.text) < 150 && PAGE_SENTENCE.test(line.plain);
}

/** Whether a line opens what follows a document on a page: neighbours, related articles, footers. */
export function isPageEnd(line: Line): boolean {
  return PAGE_END.test(line.plain.replace(/\s+/g, ''));
}

/** `首页 > 政务公开 > 正文`, `某某网 > 教育 > 正文`. */
function isPath(plain: string): boolean {
  const parts = plain.split(/\s*(?:>+|»|›|→|\/|\\|::)\s*/).map((part) => part.trim());
  if (parts.length < 3 && !(parts.length === 2 && /首页|主页/.test(parts[0] ?? ''))) return false;
  return />|»|›|→|首页/.test(plain) && !/[。;]/.test(plain) && parts.every((part) => countHan(part) <= 40);
}

/** Nothing but the words of buttons and menus: `【打印】 【关闭窗口】`, `长者版 | 移动版 | 登录 | 注册`. */
function isButtons(plain: string): boolean {
  const words = plain.split(/[\s【】[\]()|·•:,、/_-]+/).filter((word) => word !== '');
  return words.length > 0 && words.every((word) => BUTTON.test(word));
}

const ANYWHERE: readonly { readonly reason: string; readonly pattern: RegExp }[] = [
  {
    reason: 'script',
    pattern:
      /document\.(?:write|get)|\$\(['"#.]|^\}|^(?:var|let|const|function|window\.|if\()[\w$.(]*[^一-龥]*$/,
  },
  {
    reason: 'markup',
    pattern: /^<\/?[a-z!][^一-龥]*>?$|^(?:style|class|id|href|src)=["']|^[>}{;]+$|^[.#]?[\w-]+\{.*\}?$/i,
  },
  {
    reason: 'page number',
    pattern: /^[-—–_·]*第?\d{1,3}页?[-—–_·]*$|^第\d+页[,/]?共\d+页$|^\d{1,3}\/\d{1,3}$/,
  },
  { reason: 'no words', pattern: /^[\p{P}\p{S}]+$/u },
];

const SHORT_LINES: readonly { readonly reason: string; readonly pattern: RegExp }[] = [
  {
    reason: 'footer',
    pattern:
      /ICP备|公网安备|公安备|网站标识码|版权所有|copyright|©|技术支持[::]?|^主办[::]|主办单位|承办单位|网站地图|[一-龥]{2}主办$|政府网站找错|累计访问|您是第\d+位|建议使用.*(?:浏览器|分辨率)|未经.*不得转载|免责声明|隐私(?:声明|政策)/i,
  },
  {
    reason: 'share buttons',
    pattern: /^分享|扫一扫|二维码|微信扫|手机(?:浏览|打开|访问|查看)|^(?:关注|微信)公众号/,
  },
  { reason: 'neighbouring article', pattern: /^[<«]*(?:上|下|前|后)[一]?[篇条页]/ },
  {
    reason: 'related articles',
    pattern:
      /^[【[]?(?:相关|关联|推荐|热点|热门|最新|延伸|猜你喜欢)(?:链接|文章|阅读|信息|新闻|内容|文件|文档|附件|解读|政策|推荐|资讯)?[】\]]?[::]?$/,
  },
  { reason: 'editor', pattern: /^[[【(]?(?:责任编辑|责编|编辑|编审|校对|审核|初审|终审|供稿|撰稿|来稿)[::]/ },
  {
    reason: 'attachment list',
    pattern: /^附件(?:下载|列表)?[::]?$|^附件\d*[::.]?.{0,60}\.(?:docx?|pdf|xlsx?|zip|rar|wps|ofd)$/i,
  },
  {
    reason: 'publication note',
    pattern: /^\((?:此件|本文|此文)?(?:依申请|主动|不予)?(?:公开)?(?:发布)?\)$|^公开方式/,
  },
  { reason: 'breadcrumb', pattern: /^(?:您?(?:当前|现在|所在)?的?(?:所在)?位置|您的位置|你的位置)[::]/ },
];

const AROUND: readonly { readonly reason: string; readonly pattern: RegExp }[] = [
  { reason: 'document number', pattern: /^[一-龥]{1,12}[〔[(]\d{4}[〕\])]\d{1,4}号$/ },
  { reason: 'contact', pattern: /^\(?联系(?:人|电话|方式)|^\(?(?:咨询|监督|举报)电话/ },
  {
    reason: 'distribution',
    pattern: /^(?:抄送|抄报|分送|主送)[::]|(?:办公室|秘书科|局|委)20\d\d年\d+月\d+日印发$/,
  },
  { reason: 'counter', pattern: /^(?:浏览|阅读|点击|访问)(?:次数|量|数|率)?[::]?[-\d]*次?/ },
  {
    reason: 'page metadata',
    pattern:
      /^[【[(]?(?:字体|字号|字体大小|色调)[::]?[】\])]?[【[(]?[大中小]|^字?[【[(]?大[】\])\s|]*[【[(]?中[】\])\s|]*[【[(]?小[】\])]?$/,
  },
  {
    reason: 'site name',
    pattern:
      /(?:门户网站?|信息公开平台|政府网|信息网|政务网|官方网站|信息公开网|信息公开目录|信息公开专栏|信息公开专题)$/,
  },
];

const BUTTON =
  /^(?:我要)?(?:打印|列印|友善列印|打|印|关闭|关|闭|收藏|下载|保存|纠错|分享|转发|返回|返回顶部|回到顶部|返回列表|回顶部|顶部|置顶|TOP|top|打印本页|打印页面|打印此页|打印文章|本页打印|关闭窗口|关闭本页|关闭页面|窗口|推荐|举报|点赞|赞|评论|发布|查看|更多|全文|正文|文字|图片|视频|大|中|小|字体|字号|大小|繁体|繁體|简体|繁|简|English|EN|无障碍|无障碍阅读|无障碍浏览|长者模式|长者版|关怀版|适老化|老年版|移动版|手机版|电脑版|智能问答|智能客服|登录|注册|退出|个人中心|首页|网站首页|搜索|检索|高级搜索|请输入关键字|导航|网站导航|站内搜索|语音播报|朗读|播放|暂停|听全文|微信|微博|新浪微博|QQ|QQ空间|QQ好友|朋友圈|百度|人人网|豆瓣|邮箱|客户端|订阅|RSS|联系我们|关于我们|网站声明|网站地图|政务公开|政府信息公开|信息公开|政务服务|办事服务|互动交流|政民互动|公众参与|新闻中心|新闻动态|要闻动态|政务动态|专题专栏|专题|走进.{2,6}|魅力.{2,6}|数据开放|数据发布|政策解读|解读回应|部门|街镇|乡镇|镇街|区县|来源|作者|时间|分享到|header|footer|nav|main|content|share|print|close|正常|默认)$/i;

const PAGE_END =
  /^[<«【[]*(?:上一?[篇条页]|下一?[篇条页]|前一篇|后一篇|相关(?:链接|文章|阅读|信息|新闻|内容|推荐|稿件|资讯)|关联(?:文章|信息|阅读)|推荐阅读|延伸阅读|热点推荐|热门(?:文章|推荐)|最新(?:文章|信息)|分享(?:到|至|文章到)|责任编辑|责编|扫一扫|版权所有|主办单位|主办[::])/;

const PAGE_SENTENCE =
  /(?:本(?:网站?|站|页面?)(?:所有|内容|转载|刊登|所载|由)|浏览器|分辨率|未经.{0,20}(?:转载|复制)|版权(?:归|所有)|免责声明|点击(?:下载|查看)|扫描.{0,8}二维码|ICP备|公网安备|Cookie)/i;
