/** Whether a question about problems or plans asks for the section as a whole. */
import type { Question } from '../../retrieval/question.ts';

const SECTION_WORDS =
  /问题|不足|短板|困难|薄弱|缺点|弱项|差距|下一步|下步|今后|接下来|明年|工作|计划|打算|安排|方面|承认|存在|思路|规划|部署|主要|原因|指出|列出|坦承|重点|推进|举措|任务|目标|^[干做搞办]?[点些的]?(?:啥|什么)$|自己|没做好|做好|年度|own|summary|report|政府|建设|法治|shortcoming|weakness|problem|deficienc|challenge|issue|plan|next|admit|acknowledg|work|year|step|priorit|law|govern|three|two|four|five|identif|future/i;

/** Whether the question asks for the section as a whole, not for one matter in it. */
export function asksForSection(question: Question): boolean {
  return question.terms.every(
    (term) =>
      SECTION_WORDS.test(term.surface) ||
      term.weight < 0.3 ||
      (question.language === 'en' && term.wordings.length === 0),
  );
}
