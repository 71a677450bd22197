/** Words around what is said: they bear no theme. Patterns of grammar.ts. */
export const OPENERS: readonly string[] = [
  '{I think|I feel|I would say|in my view|in my opinion|honestly|to be honest|frankly},',
  '{the main thing for me is that|my biggest worry is that|what bothers me most is that|all I can say is that}',
  '{I have lived here|we have lived here|I have been in $ward} {for twenty years|since 1998|all my life|four years} and',
  '{as a parent|as a pensioner|as someone who works shifts|speaking for my family|on our street|where I live},',
  '{sorry but|just to say|as I have said before|for what it is worth,|hi,|hello,}',
];

export const CLOSERS: readonly string[] = [
  '{it needs sorting|something has to change|please help|enough is enough|it cannot go on}',
  '{it has been like this for years|it is getting worse|it is worse in {the summer|winter}|it was never like this before}',
  '{thank you for asking|thanks for reading|glad somebody asked|hope this helps}',
  '{I know I am not the only one|ask anyone round here|all my neighbours say the same}',
  '{I am fed up|we are at the end of our tether|I am thinking of moving}',
  '{keep it up|well done|long may it last}',
];

/** Openers that suit praise, by their place in the list. */
export const GLAD_OPENERS = [0, 2, 3, 4] as const;

/** Closers that suit a contented text, and those that suit a complaint, by their place in the list. */
export const GLAD_CLOSERS = [2, 5] as const;
export const SORE_CLOSERS = [0, 1, 2, 3, 4] as const;

/** Names a theme only to set it aside, which a rule that looks for words will take for the theme. */
export const DISTRACTORS: readonly string[] = [
  '{I am not bothered about|never mind|forget about} {litter|speeding|dog mess|graffiti|parking}, {it is this that matters|this is what matters}',
  '{nothing to do with|it is not} {drugs|young people|homeless people} {as people say|}',
  '{others will tell you about|you will hear a lot about} {fireworks|e-scooters|potholes}',
];

/** People who say nothing. */
export const NON_ANSWERS: readonly string[] = [
  'N/A', 'n/a', 'Nothing.', 'Nothing', 'None', 'no', 'No comment', 'Not applicable', 'nothing to add', 'No answer', '-', '.', 'na',
  'Did not answer', 'Dont know', "don't know", 'Nothing comes to mind', 'see above', 'No.', '?',
]; // prettier-ignore

/** Disclosures that a person must see at once. */
export const SAFEGUARDING: readonly string[] = [
  'I {cannot go on like this|do not want to be here any more|have thought about ending it}',
  '{he|my partner} {hits me|hurts me} and {has taken my phone|I am scared to go home tonight}',
  '{a child|the little boy} {next door|at number nine} is {always bruised|left alone for days|hungry and locked out}',
  'my {carer|grandson} {takes my pension|shouts at me and locks the door} and I am {frightened|afraid}',
];
