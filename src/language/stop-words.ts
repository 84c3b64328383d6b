/** Words of a question that say nothing about what is asked for, in both languages. */

/** Chinese function words, fillers and the words that ask. */
export const CHINESE_STOP_WORDS: ReadonlySet<string> = new Set(
  (
    '的 地 得 了 着 过 吗 呢 吧 啊 呀 么 嘛 哦 哈 嘅 咗 系 乜 点 是 有 在 和 与 及 或 跟 同 而 且 但 里 中 上 下 内 里面 里边 里头 当中 之 之中 到 从 自 被 把 将 给 ' +
    '对 向 为 为了 于 以 等 等等 也 都 还 就 才 又 再 很 最 更 挺 太 没 没有 有没有 请问 请 麻烦 帮 帮忙 帮我 我 你 您 他 它 她 我们 你们 他们 俺 咱 告诉 看 看看 查 查查 查询 一下 ' +
    '知道 想 想知道 想问 问 说 说说 说明 讲 写 写着 写明 印 提 提到 提及 报告 年报 年度 年度报告 材料 文件里 数据 数字 情况 具体 到底 究竟 大概 大约 所有 一共 总共 共 合计 共计 总 总计 全部 总数 ' +
    '各 分别 各自 各有 各是 哪 哪些 哪个 哪几 哪几个 哪几项 哪几种 哪里 哪儿 哪一 哪家 哪种 哪项 什么 啥 甚么 谁 怎么 怎样 怎么样 咋 咋样 如何 多少 几 几多 几个 若干 多 个 年 月 日 号 那 这 那个 这个 这份 那份 该 本 此 ' +
    '其中 其 一 搞 弄 干 做 办 能 可以 能够 要 会 应 应该 已 已经 都是 是不是 是否 有无 多高 多大 多久 多长 时候 方面 以及 关于 对于 根据 按照 按 通过 由 经 后 前 时 ' +
    '吧 呃 嗯 喂 哎 只 仅 只有 究 被 让 使 所 者 们 些 下来 出来 起来 上去 里的 进行 实现 达 达到 成为 属于 注意 当年 全年 今年 去年 明年 前年 年份 公布 显示 披露 介绍 给出 结果 个数 数量 数 ' +
    '多不多 高不高 大不大 行不行 好不好 比较 最后 目前 现在 现有 一个 几件 几份 几家 几次 几项 几名 几人 几宗 几起 几条 几种 几台 几部 几支 几场 几期 几类 几级 抓 接 接了 下一步 一步 最多 最少 至多 不是 不要 真 发了 摆 用 走 拿 里头 有没 还有 自己 打 报告里 里的 讲到 咗 嗰 份 事'
  ).split(' '),
);

/** English function words and the words that ask; content words such as "number" that carry nothing here. */
export const ENGLISH_STOP_WORDS: ReadonlySet<string> = new Set(
  (
    'a an the of in on at to for by from with within into during under over and or nor not but as is are was were be been being am do does did done have has had having ' +
    'it its their there they them these those this that which who whom whose what when where why how many much long often big high low large i me my we our you your he she his her ' +
    'can could would should will shall may might must tell give show please say says said state states stated according report reports reported annual year number total amount count figure figures ' +
    'altogether overall all any some each every both only just about around roughly approximately than then so such also too very more most other another out up down off per via between among ' +
    'people hi hello hey ok okay thanks thank u ur plz pls s t re ve ll d m one ones got get gets actually exactly really whats whos hows anyway like let know want need find look kind sort type whether if ' +
    'district county city town township province region area zone local government s law-based based rule china chinese'
  ).split(' '),
);
