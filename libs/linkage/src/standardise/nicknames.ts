/**
 * Short and pet forms of given names in British use. The table is the project's own, written from general
 * knowledge of British usage: a formal name, then the forms its bearers are also known by.
 */
const TABLE = `
abigail abby abbie abi gail|abraham abe|adam ad|adrian ade|aisling ash|alan al|albert bert bertie al|alexander alex alec alick sandy lex xander sasha
alexandra alex sandra alexa lexi sasha sandy|alfred alf alfie fred freddie|alison ali allie|amanda mandy|amelia millie amy mia|andrea andie
andrew andy drew|angela angie ange|ann annie anna anne nan|anne annie ann|annabel annie bella bel|anthony tony ant antony|antony tony ant anthony|archibald archie
arthur art|barbara barb babs barbie|barnaby barney|bartholomew bart|beatrice bea trixie|benjamin ben benny benji|bernadette bernie|bernard bernie|beverley bev
bradley brad|bridget biddy bridie|bronwen bron|calum cal|callum cal|cameron cam|carol caz|caroline caz carrie carol caro lynne|catherine cathy cath kate katie kitty cat kath cate cathie
cecilia celia cissy|charles charlie chas chuck chaz|charlotte charlie lottie lotty char|christian chris|christina chris chrissie tina|christine chris chrissie tina|christopher chris kit topher kester
claudia claud|clifford cliff|clive clivey|constance connie|cornelius con neil|cynthia cindy|daniel dan danny|danielle dani danny elle|david dave davey davy dai|deborah deb debbie debra debs|debra deb debbie deborah
deirdre dee|denise den|dennis den denny|derek del|desmond des|diana di dee|diane di|dominic dom nick|donald don donny|dorothy dot dottie dolly|douglas doug dougie|duncan dunc
edith edie|edmund ed eddie ted ned|edward ed eddie ted teddy ned eddy|edwin ed eddie|eileen eily|eleanor ellie nell nellie nora ella elle lenny|elizabeth liz lizzie beth betty bess betsy eliza libby lisa elsie lilibet lizzy elisabeth|ellen ellie nell
emily em emmy millie|emma em emmy|eric ric|ernest ernie|esther essie hettie|eugene gene|evelyn eve evie|florence flo florrie flossie|frances fran fanny francie frankie|francis frank fran frankie|franklin frank
frederick fred freddie freddy rick|gabriel gabe|gabriella gabby gabi ella|gareth gaz|gary gaz|gavin gav|geoffrey geoff jeff|george georgie|georgina georgie gina|gerald gerry jerry|gerard gerry jerry|geraldine gerry
gertrude gertie trudy|gillian gill jill gilly|gladys glad|gordon gord|graham gray|gregory greg|gwendoline gwen|hannah han|harold harry hal|harriet hattie harry|harrison harry|heather heth|helen nell nellie ellen|henry harry hal hank
herbert bert herb bertie|hilary hil|howard howie|hugh hughie huw|ian iain|imogen immy|isaac ike zac|isabel izzy bella belle issy isobel|isabella izzy bella belle issy|ivor iver|jacob jake jack|jacqueline jackie jacqui jax
james jim jimmy jamie jem|jane janie janey|janet jan|janice jan|jasmine jas jazz|jason jase|jeffrey jeff geoff|jennifer jen jenny jenni|jeremiah jerry|jeremy jez jerry jem|jessica jess jessie|joan joanie|joanna jo joanne joey|joanne jo joanna
jocelyn joss|john jack johnny jon jonny|jonathan jon jonny jonty john|joseph joe joey jo|josephine jo josie|joshua josh|joyce joy|judith judy jude|julia jules julie|julian jules|julie jules|juliet jules|justin jus
katherine kathy kath kate katie kat kitty kay|kathleen kath kathy kate katie|kathryn kath kathy kate katie kat|keith keithy|kelly kel|kenneth ken kenny|kerry kez|kevin kev|kimberley kim kimmy|kirsten kirsty|laura lori|lauren loz|laurence larry laurie lawrence|lawrence larry laurie laurence
leonard len lenny leo|leonora nora|leslie les|lesley les|lewis lew|lilian lil lily lilly|lillian lil lily lilly|linda lin lindy|lindsay lin lindsey|louis lou lewis|louise lou|lucinda lucy cindy|lucy luce|lydia liddy|lynn lyn lynne|madeleine maddy maddie|malcolm malc mal
marcus marc mark|margaret maggie meg peggy peg madge marge margie daisy greta rita|maria mia ria|marianne mary|marilyn maz|marion maz|marjorie marge margie|martha marty|martin marty mart|mary molly polly mamie may|matilda tilly tilda mattie|matthew matt matty mat
maureen mo|maurice mo morris|maximilian max|maxwell max|melanie mel|melissa mel lissa|mercedes sadie|michael mike mick micky mickey mikey|michelle shell chelle mich shelly|mildred millie|miriam mim|mohammed mo mohammad muhammad mohamed mohamad mohd md|mohammad mo mohammed muhammad|muhammad mo mohammed mohammad|mohamed mo mohammed muhammad|montgomery monty
natalie nat|natasha tash tasha|nathan nat nate|nathaniel nat nate nathan|neil neal|nicholas nick nicky nic nico|nicola nicky nikki nic|nicole nicky nikki nic|nigel nige|norman norm|olive ollie|oliver ollie olly|olivia liv livvy ollie|oscar oz
pamela pam|patricia pat patsy trish tricia patty paddy|patrick pat paddy rick|paul pauly|paula pauline|pauline paula|penelope penny pen|percival percy|peter pete|philip phil pip phillip|phillip phil pip philip|philippa pip pippa|phyllis phyl|priscilla cilla|prudence pru
rachel rach rae|raymond ray|rebecca becky becca bex beck|reginald reg reggie|rhiannon rhi|richard rick dick ricky rich richie ricki|robert bob bobby rob robbie bert robin robby|roberta bobbie|roderick rod rick|rodney rod|roger rodge|roland roly|ronald ron ronnie
rosalind ros roz|rosemary rose rosie|rosamund ros roz|roxanne roxy|rupert rup|russell russ|ruth ruthie|samantha sam sammy|samuel sam sammy|sandra sandy|sarah sally sal sadie sara|scarlett scar|sebastian seb bas|sharon shaz|shaun shane sean|sean shaun|sheila shel
shirley shirl|sidney sid|sydney sid|simon si|sophia sophie soph|sophie soph|stanley stan|stella stell|stephanie steph steffi|stephen steve stevie ste steven|steven steve stevie ste stephen|stuart stu stewart|stewart stu stuart|susan sue susie suzie|susannah sue susie suzie|suzanne sue suzie susie suzy
sylvia syl|tabitha tabby|tamara tammy tam|teresa terry tess tessa|terence terry tel|thaddeus tad|theodore theo ted teddy|theresa terry tess tessa tracy|thomas tom tommy thom|timothy tim timmy|tobias toby|tracy trace tracey|trevor trev|ursula ursie|valerie val|vanessa nessa ness
veronica ronnie vera|victor vic|victoria vicky vic vicki tori|vincent vin vince vinny|violet vi|virginia ginny|vivienne viv|vivian viv|walter wally walt|warren waz|wendy wend|wilfred wilf wilfie fred|wilhelmina mina billie|william bill billy will willie liam wills willy|winifred win winnie freda|winston win
yvonne von|zachary zac zach zack|zoe zo
`;

const roots = new Map<string, string[]>();
for (const entry of TABLE.trim().split(/[|\n]/)) {
  const [formal, ...forms] = entry.trim().split(' ');
  for (const form of [formal!, ...forms]) {
    const known = roots.get(form);
    if (known === undefined) roots.set(form, [formal!]);
    else if (!known.includes(formal!)) known.push(formal!);
  }
}

/** The formal names that a folded given name may stand for; the name itself where the table knows none. */
export function formalNames(name: string): readonly string[] {
  return roots.get(name) ?? [name];
}

/** Whether two folded given names can be forms of one formal name (bob, rob; not christopher, christine). */
export function sameFormalName(a: string, b: string): boolean {
  if (a === b) return true;
  const left = roots.get(a);
  const right = roots.get(b);
  if (left === undefined || right === undefined) return false;
  return left.some((name) => right.includes(name));
}

/** Formal names that list each other (stephen, steven) count as one, under the first in the alphabet. */
function canonical(formal: string): string {
  const twins = (roots.get(formal) ?? []).filter((other) => roots.get(other)?.includes(formal));
  return [formal, ...twins].sort()[0]!;
}

/** One value a name, for blocking: bob, rob and robert fall together. Narrower than `sameFormalName`. */
export function nicknameGroup(name: string): string {
  const formals = roots.get(name);
  if (formals === undefined) return name;
  return canonical(formals.includes(name) ? name : formals[0]!);
}

/** Whether the table knows any form of a name. */
export function hasForms(name: string): boolean {
  return roots.has(name);
}
