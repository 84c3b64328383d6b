/** Messages about several reports or several measures of the chat: `跟东山县比呢`, `三地共同点`, `这两个指标`. */
import type { StoredReport } from '../library/stored-report.ts';
import type { Intent, Question } from '../retrieval/question.ts';
import { understand, type Vocabulary } from '../retrieval/understand.ts';
import type { FollowUpContext } from './follow-up-context.ts';
import { contentOf, matterOf } from './message-content.ts';
import { settleScope } from './settle-scope.ts';
import type { Topic } from './topic.ts';
import { type Draft, sectionIntent } from './whole-question.ts';

const TOGETHER =
  /^(?:跟|和|与|同|比起)?[^,，]{0,14}(?:比较|对比|相比|比一?比|比)(?:一下|起来)?(?:呢|如何|怎么样|谁高|谁多|哪个高|哪个多)?[?？]?$|\b(?:compare|compared|vs|versus|against)\b/i;
const SEVERAL_REGIONS =
  /([两二三四五六几])(?:个)?(?:地区|地方|报告|地|区|县|市|家|者)|\b(?:the )?(two|three|four|five|six|both|all)(?: (?:of them|regions|districts|places|reports))?\b/i;
const IN_COMMON =
  /共同|一样的?地方|不同|区别|差别|相同|比较|对比|比(?:一?比|一下)|谁|哪个|差多少|\bin common\b|\bdiffer|\bcompare|\bshare\b|\bwhich\b/i;
const SEVERAL_MEASURES =
  /(?:这|那|上述|前面)?([两二三几])(?:个|项)(?:指标|数字|数据|比率|率|比例)|\b(?:both|these|those|the same|the two) (?:figures|rates|indicators|numbers)\b/i;
/** `都比一下`, `哪个更高`, `which is higher`: between the reports that were just asked the same. */
const AMONG_RECENT =
  /^(?=.)(?:(?:那|把)?(?:[这那]?(?:两|三|几)个?(?:地区|地方|者|地|家|个)?|都|一起|放(?:在)?一起|它们)?(?:之间)?(?:比较|对比|比一?比|比)(?:一下|下|看看)?)?[,，\s]*(?:(?:哪(?:个|里|家|边|个地方|个地区)|谁)(?:的)?(?:更|最)?(?:高|低|多|少|大|小))?(?:一?[些点])?[吧呢啊]?[\s?？。!]*$|^(?:which|who)(?: (?:one|of (?:them|the two|these|those)))? (?:is|was|has|had|got|did) (?:the )?(?:higher|lower|more|fewer|most|highest|lowest|fewest|larger|bigger|better)[\s?.!]*$|^compare (?:them|both|these|those|the two)[\s?.!]*$/i;
/** `它们俩差多少`, `what is the difference`: likewise, with both sides. */
const HOW_FAR_APART =
  /^(?:那|这|它们?|他们|她们)?(?:[两俩二][个者地家]?(?:地区|地方)?|二者)?(?:之间)?(?:的)?(?:相?差(?:距|别|额|值)?|差距)(?:有|是|了|到底)?(?:多少|多大|几(?:个(?:百分点)?|件|名|人)?)[呢啊]?[\s?？。!]*$|^(?:what(?:'s| is| was) the (?:difference|gap)(?: between (?:them|the two|both))?|how (?:far|much) (?:apart|different) are (?:they|the two)|by how much do (?:they|the two) differ)[\s?.!]*$/i;
/** `两地调解了多少件`: of each. */
const OF_EACH =
  /^[这那]?[两二三四五六](?:地|区|县|市|个地区|个地方)(?:的|都|各|分别|一共|共)*[^,，]{0,24}(?:多少|几|怎么样|如何)/;
const POINTING =
  /地方|地区|报告|共同|相同|不同|区别|差别|比较|对比|最|谁|\b(?:which|compare|common|differ\w*|share|most|least)\b/i;
const INHERITED = 0.6;

/** The last matter over several reports; `undefined` for a message about one. */
export function togetherDraft(
  question: Question,
  { message, topic, library, vocabulary, language }: FollowUpContext,
): Draft | undefined {
  const several = SEVERAL_REGIONS.exec(message.own);
  if (
    several &&
    (IN_COMMON.test(message.own) || OF_EACH.test(message.own)) &&
    question.regions.length === 0 &&
    topic.recent.length > 1
  ) {
    const most =
      { 两: 2, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, two: 2, both: 2, three: 3, four: 4, five: 5, six: 6 }[
        several[1] ?? several[2]?.toLowerCase() ?? ''
      ] ?? 6;
    const isOwn = question.terms.some(
      (term) => term.kind !== 'word' && term.weight > 0.3 && !POINTING.test(term.surface),
    );
    return {
      texts: isOwn ? [message.own] : topic.texts,
      within: topic.recent.slice(0, most).toReversed(),
      language,
      inherited: INHERITED,
      intent: isOwn ? 'compare' : comparedIntent(topic, vocabulary),
    };
  }
  const alike = AMONG_RECENT.test(message.own) || HOW_FAR_APART.test(message.own) ? askedAlike(topic) : [];
  if (alike.length > 1)
    return { texts: topic.texts, within: alike, language, inherited: INHERITED, intent: 'compare' };
  if (
    !TOGETHER.test(message.own) ||
    question.regions.length === 0 ||
    topic.reports.length === 0 ||
    topic.texts.length === 0
  )
    return undefined;
  const settled = settleScope(question, topic, library);
  if (settled?.kind !== 'reports') return undefined;
  const content = contentOf(question, message, settled).filter(
    (term) => !/比|compar|versus|vs/i.test(term.surface),
  );
  const texts = content.length > 0 ? [matterOf(question, settled)] : topic.texts;
  return {
    texts,
    within: [...new Set([...topic.reports, ...settled.reports])],
    language,
    inherited: INHERITED,
    intent: comparedIntent(topic, vocabulary),
  };
}

/** The reports of the last turns that were asked the same, in the order they were asked. */
function askedAlike(topic: Topic): StoredReport[] {
  const ids = new Set(
    topic.measured.filter((turn) => turn.texts[0] === topic.texts[0]).flatMap((turn) => turn.reports),
  );
  return topic.recent.filter((report) => ids.has(report.id)).toReversed();
}

/** Problems and plans are compared as such, everything else by its figures. */
function comparedIntent(topic: Topic, vocabulary: Vocabulary): Intent {
  const last = understand(topic.texts[0] ?? '', vocabulary);
  const intent = sectionIntent(last) ?? last.intent;
  return intent === 'problems' || intent === 'plans' ? intent : 'compare';
}

/** The questions of the measures asked for last, in the order they were asked; empty when the message means none. */
export function severalMeasures(own: string, topic: Topic): (readonly string[])[] {
  if (!SEVERAL_MEASURES.test(own)) return [];
  const wanted = { 两: 2, 二: 2, 三: 3 }[SEVERAL_MEASURES.exec(own)?.[1] ?? ''] ?? 2;
  const texts = new Map(topic.measured.map((turn) => [turn.texts[0] ?? '', turn.texts]));
  return [...texts.values()].slice(0, wanted).reverse();
}
