/** Which of several figures of a measure a question is for: the plan, the change, a part, the rest, the total. */
import { OUTCOME } from './narrow-years.ts';
import type { Ask, Question } from './question.ts';

/** Whether the question speaks of plans (拟废止几份, plans to …), and not of what became of one. */
export function asksForPlan({ normal, years, contentYears, plannedYear }: Question): boolean {
  if (plannedYear !== undefined) return true;
  if (OUTCOME.test(normal)) return false;
  // 2018年报告里2019年…: what a report says of the year after.
  if (years.length > 0 && contentYears.some((year) => year > Math.max(...years))) return true;
  return PLAN_WORDS.test(normal.replace(NOT_PLANNED, ''));
}

const PLAN_WORDS =
  /要(?:做到|达到|完成|建成)|拟|计划|打算|预计|准备|将要|力争|争取|目标|想(?!知道|问|了解|看)|\bplan|\bexpect|\bintend|\bwill\b|\baim|\btarget|\bgoal/i;
/** 不是目标, not the plan. */
const NOT_PLANNED =
  /(?:不是|并非|而非|不要|不算|别给我)[^,，。?]{0,4}(?:计划|打算|目标|预计|安排)|\b(?:not|rather than|instead of|excluding|without)\b(?: \w+){0,3} (?:plans?|targets?|goals?|planned|targeted)\b/gi;

/** 涨了多少, 降幅: the change itself, not the level it came to. */
export function asksForChange(normal: string, ask: Ask): boolean {
  if (
    /[增涨升降减]幅|\b(?:increased?|decreased?|fall|fell|drop|dropped|rise|rose|grow|grew|growth)\b.{0,40}\b(?:by|percent|percentage points?)\b|\bby how (?:much|many)\b|\bhow much (?:did|has|have) .{0,60}(?:increase|decrease|fall|drop|rise|grow)/i.test(
      normal,
    )
  )
    return true;
  return (
    /(?:同比|较|比)[^,，。?]{0,14}(?:增|涨|升|降|减|少|多|高|低|提高|下滑)[^,，。?]{0,4}$|(?:增长|上涨|上升|下降|降低|增加|减少|涨|提高|提升|下滑|少|多|升|降)了?$/.test(
      normal.slice(0, ask.at),
    ) && !/^.{0,6}(?:至|到)/.test(normal.slice(ask.at))
  );
}

/** 市场主体里企业有多少: a part of what is counted. */
export function asksForPart(normal: string): boolean {
  return (
    /其中|当中|之中|里面|里头|[一-龥]{2}[里中]的?[一-龥]/.test(normal) ||
    /\b(?:of (?:the|these|those|which|them)|among|including)\b/i.test(normal)
  );
}

/** 还剩多少没化解, how many were not …: the rest, not the part that was done. */
export function asksForRest(normal: string): boolean {
  return /还剩|剩下|剩余|余下|尚在|仍在|其余|还有.{0,10}[没未]|[没未](?:有)?(?:受理|化解|整改|完成|办结|解决|审结|通过|到位|办|达标|合格)|不予|(?:决定|准)不(?:受理|立案|处罚|许可|公开)|不合格|没过|\b(?:remain|left over|outstanding|unresolved|still (?:being|open|under|pending)|pending|unfinished|not (?:yet )?(?:accepted|resolved|rectified|completed)|rejected|substandard|failed)/i.test(
    normal,
  );
}

/** 累计建成几个, in total: what it came to, not what was added. */
export function asksForTotal(normal: string): boolean {
  return /累计|总数|总量|\bin total\b|\bcumulative|\baltogether\b/i.test(normal);
}
