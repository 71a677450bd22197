import { generator } from '../support/generator.js';
import { drawForm } from './reading/draw-form.js';
import { Chance } from './reading/form.js';
import { judge } from './reading/judge.js';
import { layOut } from './reading/lay-out.js';
import { UNNAMED } from './reading/other-tools.js';
import type { Tool } from './reading/tool.js';
import { PLATFORMS } from './reading/platforms.js';
import { SURVEY_TOOLS } from './reading/tools.js';
import { write } from './reading/write.js';

/** Forms that each tool lays out; `.ci/long` reads hundreds. */
const FORMS = Number(process.env['HUB_TEST_FORMS'] ?? 4);
const SEED = Number(process.env['HUB_TEST_SEED'] ?? 2026);
/** Of the files in which all is plain, those that must be read without a question. */
const UNASKED = 0.9;

/** One made-up form as a tool exports it, read and judged. */
async function tried(
  tool: Tool,
  seed: number,
): Promise<{ plain: boolean; unasked: boolean; silent: string[] }> {
  const chance = new Chance(generator(seed));
  const laid = layOut(drawForm(chance), tool, chance);
  const { status, faults, silent } = await judge(laid, write(laid, chance));
  return {
    plain: !laid.doubtful,
    unasked: status === 'ready' && faults.length === 0,
    silent: silent.map(({ what, about }) => `${tool.name}, seed ${seed}: ${about ?? 'sheet'}: ${what}`),
  };
}

describe('made-up forms as survey tools and people lay them out', () => {
  test.each([
    ['known', [...SURVEY_TOOLS, ...PLATFORMS]],
    ['unknown', UNNAMED],
  ])(
    'of tools that are %s are never silently read wrong, and seldom asked about',
    async (_which, tools) => {
      const files = [];
      for (const [at, tool] of tools.entries())
        for (let form = 0; form < FORMS; form++) files.push(await tried(tool, SEED + 1000 * at + form));
      expect(files.flatMap(({ silent }) => silent)).toEqual([]);
      const plain = files.filter((file) => file.plain);
      expect(plain.filter(({ unasked }) => unasked).length / plain.length).toBeGreaterThanOrEqual(UNASKED);
    },
    Math.max(60_000, FORMS * 15_000),
  );
});
