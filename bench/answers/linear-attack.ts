import { cellReleaser, type CountCell, policyPWithGroups } from '#disclosure';
import { type Equation, solve } from '../disclosure/linear-attacker.js';
import { SECRET } from '../disclosure/schemes.js';
import { CUTS, type MadeUpAnswers, valuesOf } from './made-up-answers.js';
import type { AnswerCell } from './published-answers.js';

/** Answers guessed right, of those who answered, over all questions that were attacked. */
export interface LinearGuesses {
  /** By everything that is published, knowing everybody's characteristics, who answered, and all their other answers. */
  guessed: number;
  /** By giving everybody the commoner answer. */
  commoner: number;
}

const ATTACKED = 10;

/**
 * An attacker who knows everything of everybody but the answer to one question of two options, and guesses it: the least squares of everybody's chance
 * that agrees best with the released figures. What is published ties an answer to one characteristic and to no other answer, so the answers
 * that the attacker knows give it nothing.
 * @param crossTabs publish besides each question by each other and one characteristic, as the hub never does: the attacker must then succeed
 */
export function guessAnswers(
  from: MadeUpAnswers,
  cells: readonly AnswerCell[],
  crossTabs = false,
): LinearGuesses {
  let [right, common, all] = [0, 0, 0];
  for (const question of from.options.keys()) {
    if (question >= ATTACKED) break;
    const answers = from.answers[question]!;
    const who = peopleWhere(from, (person) => answers[person]! >= 0);
    const place = new Int32Array(from.people).fill(-1);
    who.forEach((person, at) => (place[person] = at));
    const equations = equationsOf(from, cells, question, place);
    if (crossTabs) equations.push(...crossTabbed(from, question, place));
    const chance = solve(who.length, equations);
    const said = (person: number): boolean => answers[person] === 0;
    right += who.filter((person, at) => chance[at]! >= 0.5 === said(person)).length;
    const many = who.filter(said).length;
    common += Math.max(many, who.length - many);
    all += who.length;
  }
  return { guessed: right / all, commoner: common / all };
}

const peopleWhere = ({ people }: MadeUpAnswers, passes: (person: number) => boolean): number[] =>
  Array.from({ length: people }, (_, person) => person).filter(passes);

/** What is published of the first option: so many of those; and of the second, turned round by the number who answered. */
function equationsOf(
  from: MadeUpAnswers,
  cells: readonly AnswerCell[],
  question: number,
  place: Int32Array,
): Equation[] {
  return cells.flatMap((cell) => {
    if (cell.question !== question || cell.released.hidden || !['0', '1'].includes(cell.code)) return [];
    const { cut, value } = cell;
    const some = peopleWhere(
      from,
      (person) => place[person]! >= 0 && (cut === null || from.values[cut][person] === value),
    );
    const figure = cell.code === '0' ? cell.released.people : some.length - cell.released.people;
    return [{ people: Int32Array.from(some, (person) => place[person]!), figure }];
  });
}

/** Each option of each other question by each value of each characteristic, released by the policy: what rule D forbids. */
function crossTabbed(from: MadeUpAnswers, question: number, place: Int32Array): Equation[] {
  const answers = from.answers[question]!;
  const equations: Equation[] = [];
  for (const [other, options] of from.options.entries()) {
    if (other === question) continue;
    for (const cut of CUTS) {
      const size = valuesOf(cut);
      const groups = Array.from({ length: options * size }, () => [] as number[]);
      for (let person = 0; person < from.people; person++) {
        const chose = from.answers[other]![person]!;
        if (place[person]! >= 0 && chose >= 0) groups[chose * size + from.values[cut][person]!]!.push(person);
      }
      const release = cellReleaser(policyPWithGroups(SECRET), ['option', cut]);
      for (const some of groups) {
        const released = release(cellOf(from, some.filter((person) => answers[person] === 0), some)); // prettier-ignore
        if (!released.hidden)
          equations.push({
            people: Int32Array.from(some, (person) => place[person]!),
            figure: released.people,
          });
      }
    }
  }
  return equations;
}

function cellOf({ keys }: MadeUpAnswers, people: readonly number[], whole: readonly number[]): CountCell {
  const sum = (some: readonly number[]): number =>
    some.reduce((total, person) => (total + keys[person]!) & 255, 0);
  const [own, noiseKey] = [sum(people), sum(whole)];
  const [many, larger] = [people.length, [{ people: whole.length, noiseKey }]];
  const noiseKeys = { people: own, submissions: own, arguments: own };
  return { keys: [], people: many, submissions: many, arguments: many, noiseKeys, larger };
}
