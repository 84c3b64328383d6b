/** Words that say next to nothing of what a figure measures. */

/** Nouns that a name has or lacks without meaning another thing: 行政诉讼案件 and 行政诉讼. */
export const CLASS_NOUN = /^(?:案件|事项|工作|活动|情况|人员|机构)$/;

/** Words that a report leaves out of a name as it goes. */
export const GENERAL_WORDS: ReadonlySet<string> = new Set(
  (
    '各类 全年 年度 开展 办理 受理 完成 作出 进行 组织 实施 举办 召开 发布 印发 出台 推送 公布 工作 活动 案件 事项 情况 总数 数量 共计 ' +
    '群众 政府 行政 机关 行政机关'
  ).split(' '),
);
