import { isScaleStep, scaleOrder } from '#domain';

/** However the answers of a column were met, their order is that of the scale. */
const inOrder = (steps: readonly string[]): void => {
  expect(scaleOrder([...steps].reverse())).toEqual(steps);
  expect(scaleOrder([...steps].sort())).toEqual(steps);
};

describe('scales as British forms ask them', () => {
  it.each([
    ['well', 'Very well | Quite well | Not very well | Not at all well'],
    ['well, with the word alone', 'Very well | Well | Not so well'],
    ['informed', 'Very well informed | Quite well informed | Not well informed'],
    ['happiness', 'Very happy | Fairly happy | Neither happy nor unhappy | Fairly unhappy | Very unhappy'],
    ['faces of a map', 'Happy | Satisfied | Neutral | Dissatisfied | Unhappy'],
    ['mostly', 'Positive | Mostly positive | Neutral | Mostly negative | Negative'],
    [
      'satisfaction',
      'Completely satisfied | Mostly satisfied | Neither | Mostly dissatisfied | Completely dissatisfied',
    ],
    ['ease', 'Extremely easy | Very easy | Moderately easy | Slightly easy | Not at all easy'],
    ['ease with which', 'Very easily | Fairly easily | Not very easily | Not at all easily'],
    ['quality', 'Excellent | Very good | Good | Satisfactory | Poor | Very poor'],
    ['quality of a thing', 'Very good experience | Good experience | Poor experience | Very poor experience'],
    [
      'likelihood',
      'Definitely would | Probably would | Might or might not | Probably would not | Definitely would not',
    ],
    ['likelihood in words of doubt', 'Definitely | Probably | Probably not | Definitely not'],
    ['importance', 'Essential | Very important | Fairly important | Not very important | Not important'],
    ['safety', 'Very safe | A bit unsafe | Very unsafe'],
    [
      'agreement with the word behind',
      'Agree strongly | Agree a little | Neither | Disagree a little | Disagree strongly',
    ],
    [
      'agreement without a middle',
      'Completely agree | Mostly agree | Slightly agree | Slightly disagree | Mostly disagree | Completely disagree',
    ],
    ['support', 'Support | Support in part | Neutral | Object'],
    ['favour', 'Strongly in favour | Tend to favour | Neither | Tend to oppose | Strongly oppose'],
    ['amount', 'A great deal | A lot | A moderate amount | A little | None at all'],
    ['amount of something', 'A lot of trust | Some trust | Not much trust | No trust at all'],
    ['much', 'Very much | Somewhat | Not really | Not at all'],
    [
      'extent',
      'To a very great extent | To a great extent | To some extent | To a small extent | Not at all',
    ],
    ['completeness', 'Fully met | Partly met | Not met'],
    ['change', 'Improved a lot | Improved a little | Stayed the same | Got a little worse | Got a lot worse'],
    [
      'change of number',
      'Increased significantly | Increased | No change | Decreased | Decreased significantly',
    ],
    ['change of a property', 'Much safer | A bit safer | About the same | A bit less safe | Much less safe'],
    ['change in codes', 'much_safer | a_bit_safer | no_change | less_safe'],
    [
      'change than usual',
      'Much better than expected | Better than expected | As expected | Worse than expected',
    ],
    [
      'confidence',
      'Extremely confident | Very confident | Somewhat confident | Not so confident | Not at all confident',
    ],
    ['awareness', 'Very aware | Somewhat aware | Not aware'],
    ['knowledge', 'I know a lot about it | I know a little about it | I have never heard of it'],
    ['concern', 'Extremely concerned | Very concerned | Slightly concerned | Not concerned'],
    [
      'size of a problem',
      'A very big problem | A fairly big problem | Not a very big problem | Not a problem at all',
    ],
    ['impact', 'Major impact | Moderate impact | Minor impact | No impact'],
    ['speed', 'Very quickly | Fairly quickly | Not very quickly | Not at all quickly'],
    ['speed with an opposite', 'Very quickly | Quickly | Slowly | Very slowly'],
    ['level', 'Very high | High | Medium | Low | Very low'],
    ['too much', 'Far too much | A bit too much | About right | A bit too little | Far too little'],
    ['enough', 'Too many | About right | Not enough'],
    ['truth', 'Definitely true | Mostly true | Mostly false | Definitely false'],
    ['yes by degrees', 'Yes, definitely | Yes, to some extent | No'],
    ['yes by times', 'Yes, always | Yes, sometimes | No'],
    ['wellbeing', 'Good | OK | Not great | Struggling'],
    ['getting by', 'Living comfortably | Doing alright | Just about getting by | Finding it very difficult'],
    ['how often', 'Every day | Most days | A few times a week | A few times a month | Rarely or never'],
    ['how often, bounded', 'At least once a week | Once or twice a month | A few times a year | Never'],
    ['how often, about', 'Every day | Most days | About once a week | Less often | Never'],
    ['how often in periods', 'Weekly | Fortnightly | Every three weeks'],
    [
      'how often in counts',
      '5 or more days a week | 2-4 days a week | Once a week | Less than once a month | I never visit',
    ],
    ['how often in adverbs', 'Always | Most of the time | Sometimes | Rarely | Never'],
    ['loneliness', 'Often/always | Some of the time | Occasionally | Hardly ever | Never'],
  ])('%s', (_, steps) => {
    inOrder(steps.split(' | '));
  });

  it('leave what stands beside them at the end', () => {
    expect(scaleOrder(["Don't know", 'Not well', 'Very well', 'Not applicable', 'Quite well'])).toEqual([
      'Very well', 'Quite well', 'Not well', "Don't know", 'Not applicable',
    ]); // prettier-ignore
  });
});

describe('lists that are no scales', () => {
  it.each([
    'On foot | By bike | By bus | By car',
    'House | Flat | Business',
    'More trees | More benches | Less traffic',
    'More police | More lights | More bins',
    'Very local shops | Very good buses | Parks',
    'Some of the parks | All of the libraries | None of the schools',
    'Married | Single | Divorced',
    'Full time | Part time | Not working',
    'A bus pass | A rail card | No card',
    'Yes, once | Yes, more than once | No, but someone I know has',
    'Yes, in time | Yes, but too late | No',
    'Friend | Other relative | Son or daughter',
    'Owned outright | Owned with a mortgage | Rented',
    'Christian | Muslim | None',
    'Conservative | Labour | Green',
    'North | South | East | West',
    'Foodbank | Driving | Befriending | Trustee',
    'As an individual | On behalf of an organisation',
    'Yes | No',
    'Large print | Easy read | Braille',
    'High Street | Low Road | Medium Lane',
    'Well | Spring | River',
    'Fairly sure it was a bus | Quite a long way | Not far',
    // Two of one weight: which is more is not told.
    'Fairly good | Quite good | Bad',
    // None of it, and its opposite.
    'Very safe | Not at all safe | Unsafe',
    'Often | Once a week | Never',
  ])('%s', (options) => {
    expect(scaleOrder(options.split(' | '))).toBeNull();
  });
});

it('a step is told by words of degree with what forms ask for, and not by any word', () => {
  for (const step of ['Quite well', 'not_very_safe', 'A few times a week', 'Not at all concerned'])
    expect(isScaleStep(step)).toBe(true);
  for (const cell of ['Very local', 'Bus', 'None', 'Not working', 'Fairly new to the area'])
    expect(isScaleStep(cell)).toBe(false);
});
