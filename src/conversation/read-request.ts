/** Requests that concern the last reply or the chat itself, not the reports. */

/** A request about the chat or its last answer, not about reports. */
export type ChatRequest = 'forget' | 'where' | 'year' | 'original' | 'why';

const REQUESTS: readonly (readonly [ChatRequest, RegExp])[] = [
  [
    'forget',
    /^(?:请|麻烦)?(?:你)?(?:忘记|忘掉|忘了|清除|清空|删除|删掉)(?:一下)?(?:我们|我|这个|这次|本次|所有|全部|之前)?(?:的)?(?:对话|聊天|聊天记录|对话记录|记录|记忆|历史|历史记录|我)(?:吧)?$|^(?:please )?(?:forget|delete|clear|erase) (?:me|us|everything|our (?:chat|conversation|talk)|th(?:is|e) (?:chat|conversation|history|memory)|my (?:data|history|chat))(?: please)?$/i,
  ],
  [
    'where',
    /^(?:(?:这|那)(?:个|条|一?(?:个)?(?:数|数字|数据|内容|段))?|上面(?:的|这)?(?:数据|内容)?|刚才(?:的|那个)?(?:数据|内容)?)?(?:是)?(?:写|放|出|讲|说|记)?(?:在|自|于)?(?:报告|原文)?(?:的|里|中)?(?:哪|第几)(?:一|个)?(?:个)?(?:节|章|部分|段|章节|板块|小节|页|处|里|儿)(?:的|里|呢|啊|写的|说的|提到的)?$|^(?:出处|来源)(?:呢|是(?:什么|哪里|哪))?$|^(?:in )?(?:which|what) (?:section|part|chapter|paragraph|heading)(?: of (?:the|that|this) report)?(?: (?:is|was) (?:that|it|this)(?: (?:in|from|under))?| does (?:that|it|this) (?:stand|come|appear).{0,12})?(?: (?:in|of) (?:the|that|this) report)?$|^where (?:is|does|did) (?:that|it|this)(?: (?:stand|come from|appear|written|say so|in the report))*$/i,
  ],
  [
    'year',
    /^(?:(?:这|那)(?:个|些)?)?(?:是)?(?:报告|数据|数字)?(?:是)?(?:哪|什么|几几)(?:一)?(?:个)?年(?:度|份)?(?:的)?(?:数据|数字|报告|情况|数)?(?:的)?(?:呢|啊)?$|^(?:for )?(?:which|what) year(?: (?:is|was) (?:that|it|this)(?: (?:for|from|in|about))?)?$|^when was that$/i,
  ],
  [
    'original',
    /^(?:请|看|看看|查看|给我看?|显示)?(?:一下)?(?:报告)?(?:的)?(?:原文|原话|原句|全段)(?:呢|是什么|怎么(?:说|写)的?|怎么说)?$|^(?:show |give )?(?:me )?(?:the )?(?:original(?: text| words| paragraph)?|exact words|full paragraph)(?: please)?$/i,
  ],
  [
    'why',
    /^(?:(?:这|那)是)?(?:为什么|为何|为啥|什么原因|原因(?:呢|是什么|何在)?|怎么会(?:这样)?|凭什么)(?:呢|啊|会这样|这样|(?:会)?这么[高低多少])?$|^(?:but )?(?:why|how come)(?: (?:is|was) (?:that|it|this)(?: so)?| so (?:few|many|low|high|little|much|bad))?$|^(?:what(?:'s| is| was) the )?reasons?(?: for (?:that|it|this))?$/i,
  ],
];

/** The request of a message without its steering words; `undefined` for a question. */
export function readRequest(own: string): ChatRequest | undefined {
  const bare = own.replace(/[\s?!.。,，、~]+$/g, '').trim();
  return REQUESTS.find(([, pattern]) => pattern.test(bare))?.[0];
}
